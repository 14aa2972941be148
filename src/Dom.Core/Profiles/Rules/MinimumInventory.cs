namespace Dom.Core.Profiles.Rules;

/// <summary>A floor: units that a location keeps back of each SKU and never offers. Of several that hold for a SKU at a location, the most particular one counts; of equals, the highest.</summary>
public sealed record MinimumInventory : Rule
{
    /// <summary>Units kept back, 0 or more.</summary>
    public required int Units { get; init; }
}
