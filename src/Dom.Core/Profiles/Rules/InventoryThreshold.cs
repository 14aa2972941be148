namespace Dom.Core.Profiles.Rules;

/// <summary>Eligibility: a location with less of a SKU than this takes no line of it; one with as much may give all it has. The most particular one counts; of equals, the highest.</summary>
public sealed record InventoryThreshold : Rule
{
    /// <summary>Units available below which the location is out, 0 or more.</summary>
    public required int Units { get; init; }
}
