namespace Dom.Core.Profiles.Rules;

/// <summary>Orders that are never split over locations: those of a small amount, and those with certain products (<see cref="Rule.For"/>). Fulfilled from one location, as far as <see cref="PartialOrders"/> demands.</summary>
public sealed record Unsplittable : Rule
{
    /// <summary>Orders of goods worth less than this, in minor units, are not split; none means orders of any amount.</summary>
    public long? BelowMinorUnits { get; init; }
}
