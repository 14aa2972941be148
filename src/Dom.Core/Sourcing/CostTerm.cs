using Dom.Core.Network;

namespace Dom.Core.Sourcing;

/// <summary>One reason why something costs what it costs.</summary>
/// <param name="Name">What is charged for, such as <see cref="Distance"/>.</param>
/// <param name="MinorUnits">How much, in minor units of the profile's currency.</param>
public sealed record CostTerm(string Name, long MinorUnits)
{
    /// <summary>A parcel: all that one location sends for one order by one mode to one place.</summary>
    public const string Parcel = "parcel";

    /// <summary>The way of a parcel.</summary>
    public const string Distance = "distance";

    /// <summary>What a shipping cost of the profile charges for a parcel: flat, by distance and by tier.</summary>
    public const string Shipping = "shipping";

    /// <summary>What a table of zones and weights charges for a parcel.</summary>
    public const string Rate = "rate";

    /// <summary>What a surcharge adds to a parcel.</summary>
    public const string Surcharge = "surcharge";

    /// <summary>What the emission of a parcel costs.</summary>
    public const string Carbon = "carbon";

    /// <summary>Handling of units.</summary>
    public const string Unit = "unit";

    /// <summary>Handling by unit, line and location, as the profile's handling costs charge it.</summary>
    public const string Handling = "handling";

    /// <summary>Labour, by the hour.</summary>
    public const string Labour = "labour";

    /// <summary>Handling of the order, once, wherever it is fulfilled.</summary>
    public const string Order = "order";

    /// <summary>A location beyond the first.</summary>
    public const string Split = "split";

    /// <summary>The location's priority, beyond the best.</summary>
    public const string Priority = "priority";

    /// <summary>Days after the one on which the customer wants a line.</summary>
    public const string Lateness = "lateness";

    /// <summary>What refusals are expected to cost.</summary>
    public const string Refusal = "refusal";

    /// <summary>What a what-if charges a line away from the location that it favours.</summary>
    public const string WhatIf = "whatIf";

    /// <summary>What units left unassigned count for.</summary>
    public const string Unassigned = "unassigned";

    /// <summary>What a location's stock and its place in the day are worth to later orders. Nobody pays it; it weighs in the choice.</summary>
    public const string Scarcity = "scarcity";

    /// <summary>Why it is so much, for people, with the numbers; none where the name says it all.</summary>
    public string? Sentence { get; init; }

    /// <summary>The location that causes it; none for what no location causes.</summary>
    public LocationId? LocationId { get; init; }
}
