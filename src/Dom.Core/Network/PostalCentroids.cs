namespace Dom.Core.Network;

/// <summary>Where postal codes lie, for addresses that carry no coordinates. Knows the United States.</summary>
/// <remarks>Source, date and licence of the data: <c>Network/Data/README.md</c>.</remarks>
public static class PostalCentroids
{
    // Loaded at the first question: 33,791 codes in three arrays of together 400 kB.
    private static readonly Lazy<CentroidTable> UnitedStates = new(() => CentroidTable.Load("us"));

    /// <summary>The centroid of a postal code.</summary>
    /// <param name="country">ISO 3166-1 alpha-2 code, upper case.</param>
    /// <param name="postalCode">The code; for the US five digits, with or without the four of ZIP+4. White space around it does not matter.</param>
    /// <returns>
    /// The point. For a US code that has no area of its own (PO boxes, single companies), the centroid of the nearest number that begins with the same three
    /// digits, which is served by the same sorting centre. None for other countries and for codes whose first three digits are unknown or that are not codes.
    /// </returns>
    public static GeoPoint? Find(string country, string postalCode)
    {
        ArgumentNullException.ThrowIfNull(country);
        ArgumentNullException.ThrowIfNull(postalCode);
        return country == "US" && TryReadZip(postalCode.AsSpan().Trim(), out var zip) ? UnitedStates.Value.FindNearest(zip, sharing: 100) : null;
    }

    private static bool TryReadZip(ReadOnlySpan<char> text, out int zip)
    {
        zip = 0;
        if (text.Length is not (5 or 9 or 10) || (text.Length == 10 && text[5] is not ('-' or ' ')))
        {
            return false;
        }

        var plusFour = text[5..].TrimStart("- ");
        if (plusFour.Length is not (0 or 4) || text[..5].ContainsAnyExceptInRange('0', '9') || plusFour.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        foreach (var digit in text[..5])
        {
            zip = (zip * 10) + (digit - '0');
        }

        return true;
    }
}
