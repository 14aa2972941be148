namespace Dom.Core.Profiles.Costs;

/// <summary>What a parcel costs on top: each unit that it is for, or the parcel once where any is in it.</summary>
/// <param name="Name">Its name in decisions, such as <c>bulky</c> or <c>remote</c>.</param>
/// <param name="MinorUnits">How much, 0 or more.</param>
public sealed record Surcharge(string Name, long MinorUnits)
{
    /// <summary>For which lines. Default all.</summary>
    public ProductScope For { get; init; } = ProductScope.Everything;

    /// <summary>Beginnings of postal codes of destinations that it is for, such as <c>967</c>; none named means all.</summary>
    public System.Collections.Immutable.ImmutableArray<string> PostalPrefixes { get; init; } = [];

    /// <summary>Whether each unit is charged, and not the parcel once. Default no.</summary>
    public bool IsPerUnit { get; init; }
}
