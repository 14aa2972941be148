namespace Dom.Core.Profiles.Rules;

/// <summary>Where an order is split, the goods that each location gives are worth at least this. An order from one location may be worth anything. The highest counts.</summary>
public sealed record MinimumParcelValue : Rule
{
    /// <summary>Least value of the goods of one location, in minor units, 0 or more.</summary>
    public required long MinorUnits { get; init; }
}
