using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing.Rules;

/// <summary>What the rules in force demand of one location for one line: of several of a kind, the one that counts. Filled while rules are gone through, and read after that.</summary>
internal sealed class Demands
{
    /// <summary>The rule that keeps the line from being routed at all.</summary>
    public ExcludeLine? Exclude { get; set; }

    /// <summary>The rule that takes the location off.</summary>
    public OfflineLocation? Offline { get; set; }

    /// <summary>The floor.</summary>
    public Winner<MinimumInventory> Floor { get; set; }

    /// <summary>The threshold.</summary>
    public Winner<InventoryThreshold> Threshold { get; set; }

    /// <summary>The priority of the location.</summary>
    public Winner<LocationPriority> Priority { get; set; }

    /// <summary>The hard rule by which only locations with a priority are used; none where there is none.</summary>
    public LocationPriority? NeedsPriority { get; set; }

    /// <summary>The farthest distance.</summary>
    public MaximumDistance? Distance { get; set; }

    /// <summary>The radius within which distance is 0.</summary>
    public LocalRadius? Radius { get; set; }

    /// <summary>How often it may have refused.</summary>
    public MaximumRejects? Rejects { get; set; }

    /// <summary>The date by which goods must arrive.</summary>
    public DeliveryDate? Date { get; set; }

    /// <summary>The limit of a day's orders.</summary>
    public DailyLimit? Orders { get; set; }

    /// <summary>The limit of a day's lines.</summary>
    public DailyLimit? Lines { get; set; }

    /// <summary>The limit of a day's units.</summary>
    public DailyLimit? Units { get; set; }

    /// <summary>Units that are kept back, 0 or more.</summary>
    public int FloorUnits => Floor.Rule?.Units ?? 0;
}

/// <summary>The rule of its kind that counts so far.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <param name="Rule">The rule; none where none holds.</param>
/// <param name="Rank">How particular it is.</param>
internal readonly record struct Winner<T>(T? Rule, int Rank)
    where T : Rule
{
    /// <summary>The one that counts when another comes: the more particular one; of equals, what the kind says.</summary>
    /// <param name="other">The other.</param>
    /// <param name="rank">How particular that is.</param>
    /// <param name="outdoes">Whether the second outdoes the first where they are equally particular.</param>
    public Winner<T> With(T other, int rank, Func<T, T, bool> outdoes) =>
        Rule is null || rank > Rank || (rank == Rank && outdoes(Rule, other)) ? new(other, rank) : this;
}
