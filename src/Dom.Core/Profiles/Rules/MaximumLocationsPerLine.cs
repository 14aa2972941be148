namespace Dom.Core.Profiles.Rules;

/// <summary>Most locations that one line's units may come from. Matters where <see cref="PartialOrders.Lines"/> lets lines be split. The lowest counts.</summary>
public sealed record MaximumLocationsPerLine : Rule
{
    /// <summary>Locations, 1 or more.</summary>
    public required int Locations { get; init; }
}
