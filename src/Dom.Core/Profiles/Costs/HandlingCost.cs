namespace Dom.Core.Profiles.Costs;

/// <summary>What handling costs where it holds.</summary>
public sealed record HandlingCost
{
    /// <summary>Names it within the profile, unique among costs.</summary>
    public required string Id { get; init; }

    /// <summary>The locations. Default all.</summary>
    public PlaceScope At { get; init; } = PlaceScope.Everywhere;

    /// <summary>The lines, for what is charged by unit or line. Default all.</summary>
    public ProductScope For { get; init; } = ProductScope.Everything;

    /// <summary>When it holds. Default always.</summary>
    public Effective Effective { get; init; }

    /// <summary>Cost of each unit, 0 or more.</summary>
    public long UnitMinorUnits { get; init; }

    /// <summary>Cost of each line, or part of one, that a location fulfils, 0 or more.</summary>
    public long LineMinorUnits { get; init; }

    /// <summary>Cost of each location that an order uses, 0 or more.</summary>
    public long LocationMinorUnits { get; init; }

    /// <summary>Cost of each sourcing that assigns anything, once; 0 or more. It holds whatever the locations and lines are, so it changes no choice between locations.</summary>
    public long OrderMinorUnits { get; init; }

    /// <summary>Labour for each unit, in seconds, 0 or more. What all labour for a line at a location costs is summed, then half a minor unit is rounded up.</summary>
    public int SecondsPerUnit { get; init; }

    /// <summary>What an hour of that labour costs, 0 or more.</summary>
    public long HourMinorUnits { get; init; }
}
