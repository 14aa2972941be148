using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Sourcing;

/// <summary>What a location takes on one day of its own at the most. What is left out has no limit.</summary>
/// <param name="Orders">Orders, 0 or more.</param>
/// <param name="Lines">Order lines, or parts of them, 0 or more.</param>
/// <param name="Units">Units, 0 or more.</param>
public readonly record struct DayLimit(int? Orders, int? Lines, int? Units)
{
    /// <summary>Whether nothing is limited.</summary>
    public bool IsNone => (Orders ?? Lines ?? Units) is null;

    /// <summary>What a location is set to take itself.</summary>
    /// <param name="location">The location.</param>
    public static DayLimit Of(Location location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return new(location.OrdersPerDay, location.LinesPerDay, location.UnitsPerDay);
    }

    /// <summary>What a location may take of a SKU's lines by a profile: its own limit, and the hard ones of the profile. Soft ones may have fallen: nobody is held to them.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="at">The moment of the sourcing.</param>
    /// <param name="location">The location.</param>
    /// <param name="lines">What it is to take: any line that a rule holds for brings the rule.</param>
    public static DayLimit Of(Profile profile, DateTimeOffset at, Location location, IEnumerable<(Sku Sku, Product? Product, DeliveryMode Mode)> lines)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var demands = new Demands();
        foreach (var rule in profile.Rules.OfType<DailyLimit>().Where(rule => rule.IsHard && rule.Holds(at) && rule.At.Match(location) is not null))
        {
            if (lines.Any(line => rule.For.Match(line.Sku, line.Product, line.Mode) is not null))
            {
                DailyLimitRule.Take(demands, rule, profile.Conflicts);
            }
        }

        return Of(location).Lowest(Of(demands));
    }

    /// <summary>What rules let a location take for a line.</summary>
    /// <param name="demands">What they demand of it.</param>
    internal static DayLimit Of(Demands demands) => new(demands.Orders?.Orders, demands.Lines?.Lines, demands.Units?.Units);

    /// <summary>Whether what a location takes in a day has to be counted: somebody limits it.</summary>
    /// <param name="location">The location.</param>
    /// <param name="profiles">Every profile that may decide.</param>
    public static bool IsCounted(Location location, IEnumerable<Profile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return !Of(location).IsNone
            || profiles.Any(profile => profile.Rules.Any(rule => rule is DailyLimit { IsDisabled: false } && rule.At.Match(location) is not null));
    }

    /// <summary>Whether a location that has taken something may take more.</summary>
    /// <param name="taken">What it has taken.</param>
    /// <param name="more">What it is to take.</param>
    public bool Allows(DayLoad taken, DayLoad more) => Exceeded(taken, more) == DayMeasure.None;

    /// <summary>Which limit leaves too little for more; none where there is room. What takes nothing of a measure exceeds none of it.</summary>
    /// <param name="taken">What a location has taken.</param>
    /// <param name="more">What it is to take.</param>
    internal DayMeasure Exceeded(DayLoad taken, DayLoad more) =>
        more.Orders > 0 && (long)taken.Orders + more.Orders > Orders ? DayMeasure.Orders
        : more.Lines > 0 && (long)taken.Lines + more.Lines > Lines ? DayMeasure.Lines
        : more.Units > 0 && (long)taken.Units + more.Units > Units ? DayMeasure.Units
        : DayMeasure.None;

    /// <summary>Both together: of each measure the lower limit.</summary>
    /// <param name="other">The other.</param>
    internal DayLimit Lowest(DayLimit other) => new(Lowest(Orders, other.Orders), Lowest(Lines, other.Lines), Lowest(Units, other.Units));

    private static int? Lowest(int? one, int? other) => one is { } first && other is { } second ? Math.Min(first, second) : one ?? other;
}

/// <summary>What of a day is limited.</summary>
internal enum DayMeasure
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Orders.</summary>
    Orders,

    /// <summary>Order lines.</summary>
    Lines,

    /// <summary>Units.</summary>
    Units,
}
