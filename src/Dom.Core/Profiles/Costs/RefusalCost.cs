namespace Dom.Core.Profiles.Costs;

/// <summary>What a refusal costs, and how likely one is taken to be: a location's own history, drawn towards that of its kind.</summary>
public sealed record RefusalCost
{
    /// <summary>Cost of a refused line: it is sourced again, later and from farther. 0 or more.</summary>
    public long LineMinorUnits { get; init; }

    /// <summary>How likely a refusal is where nothing is known, in thousandths, 0 to 1000. Default 50.</summary>
    public int PriorPerMille { get; init; } = 50;

    /// <summary>How many offers the history of the kind weighs as much as, 1 or more. Default 20: a location with 20 offers of its own is half itself.</summary>
    public int PriorOffers { get; init; } = 20;
}
