using System.Globalization;

namespace Dom.LocalHost.Broker;

/// <summary>The text of a storage message whose content is a row of the ledger.</summary>
internal static class BrokerPointer
{
    private const string Start = "row ";

    /// <summary>A pointer.</summary>
    /// <param name="sequenceNumber">The row's message.</param>
    public static string To(long sequenceNumber) => Start + sequenceNumber.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a pointer.</summary>
    /// <param name="text">A storage message's text.</param>
    /// <param name="sequenceNumber">The row's message.</param>
    /// <returns>False when the text is no pointer.</returns>
    public static bool TryRead(string text, out long sequenceNumber)
    {
        sequenceNumber = 0;
        return text.StartsWith(Start, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(Start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out sequenceNumber);
    }
}
