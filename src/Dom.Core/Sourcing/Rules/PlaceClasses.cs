using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing.Rules;

/// <summary>A network as the rules of a profile see it: locations for which the same rules hold, equally particular, are of one class.</summary>
internal sealed class PlaceClasses
{
    /// <summary>The rank of a rule that does not hold.</summary>
    public const int NotHolding = -1;

    private const int PlaceRanks = 4;

    // Lines are alike to rules by their category and mode mostly. What would go beyond this, some 15 MB, is worked out as it comes.
    private const int MostKept = 100_000;

    private readonly RuleConflicts _conflicts;
    private readonly ConcurrentDictionary<string, Demands[]> _demands = new(StringComparer.Ordinal);

    /// <summary>Groups the locations.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="network">The network.</param>
    public PlaceClasses(Profile profile, NetworkColumns network)
    {
        (Rules, _conflicts) = ([.. profile.Rules], profile.Conflicts);
        Evaluators = [.. Rules.Select(rule => SourcingRule.All.Where(evaluator => evaluator.IsOf(rule)).ToArray())];
        var placed = Place(network);
        var known = new Dictionary<ulong, List<int>>();
        var classes = new List<PlacedRule[]>();
        ClassOfLocation = new int[network.Locations.Length];
        for (var location = 0; location < ClassOfLocation.Length; location++)
        {
            ClassOfLocation[location] = Find(placed[location], classes, known);
        }

        RulesOfClass = [.. classes];
        UseOfLocation = profile.Delivery.Groups.IsEmpty ? null : [.. network.Locations.Select(location => UseOf(profile, location))];
    }

    /// <summary>The rules of the profile, in its order; a rule's index is its place here.</summary>
    public Rule[] Rules { get; }

    /// <summary>By rule: what asks locations for it; none for rules of a whole order.</summary>
    public SourcingRule[][] Evaluators { get; }

    /// <summary>By location: its class.</summary>
    public int[] ClassOfLocation { get; }

    /// <summary>By class: the rules that hold at its locations, ascending.</summary>
    public PlacedRule[][] RulesOfClass { get; }

    /// <summary>By location: what it does for the profile; none where every location does everything.</summary>
    public LocationUse[]? UseOfLocation { get; }

    /// <summary>By class: what is demanded of its locations for a line. Lines that the same rules hold for alike, of whatever order, share it.</summary>
    /// <param name="ranks">By rule: how particular it is about the line, 0 or more; <see cref="NotHolding"/> where it does not hold.</param>
    public Demands[] DemandsOf(int[] ranks)
    {
        var kind = string.Create(ranks.Length, ranks, (name, of) =>
        {
            for (var rule = 0; rule < of.Length; rule++)
            {
                name[rule] = (char)(of[rule] + 1);
            }
        });
        if (!_demands.TryGetValue(kind, out var demands))
        {
            demands = Array.ConvertAll(RulesOfClass, placed => Settle(placed, ranks));
            if ((_demands.Count + 1L) * demands.Length <= MostKept)
            {
                _demands.TryAdd(kind, demands);
            }
        }

        return demands;
    }

    /// <summary>What is demanded of one location for a line.</summary>
    /// <param name="location">Index of the location.</param>
    /// <param name="ranks">By rule: how particular it is about the line; <see cref="NotHolding"/> where it does not hold.</param>
    public Demands DemandsAt(int location, int[] ranks) => Settle(RulesOfClass[ClassOfLocation[location]], ranks);

    private Demands Settle(PlacedRule[] placed, int[] ranks)
    {
        var demands = new Demands();
        foreach (var (rule, place) in placed)
        {
            if (ranks[rule] >= 0)
            {
                // What is particular about the product counts before what is particular about the place.
                foreach (var evaluator in Evaluators[rule])
                {
                    evaluator.Take(demands, Rules[rule], (ranks[rule] * PlaceRanks) + place, _conflicts);
                }
            }
        }

        // Two rules that ask every location whatever their own places are.
        for (var rule = 0; rule < ranks.Length; rule++)
        {
            if (ranks[rule] >= 0)
            {
                demands.NeedsPriority ??= Rules[rule] is LocationPriority { IsHard: true } priority ? priority : null;
                demands.Exclude ??= Rules[rule] as ExcludeLine;
            }
        }

        return demands;
    }

    private static LocationUse UseOf(Profile profile, Location location)
    {
        var use = LocationUse.None;
        foreach (var group in profile.Delivery.Groups.Where(group => location.Groups.Contains(group.Group)))
        {
            use |= (group.Ships ? LocationUse.Ships : LocationUse.None) | (group.HandsOver ? LocationUse.HandsOver : LocationUse.None);
        }

        return use;
    }

    private static int Find(List<PlacedRule> rules, List<PlacedRule[]> classes, Dictionary<ulong, List<int>> known)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var rule in rules)
        {
            hash = unchecked((hash ^ (((ulong)rule.Rule << 2) | (uint)rule.Rank)) * 1_099_511_628_211UL);
        }

        var alike = CollectionsMarshal.GetValueRefOrAddDefault(known, hash, out _) ??= [];
        var found = alike.FindIndex(number => classes[number].AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(rules)));
        if (found >= 0)
        {
            return alike[found];
        }

        alike.Add(classes.Count);
        classes.Add([.. rules]);
        return classes.Count - 1;
    }

    private List<PlacedRule>[] Place(NetworkColumns network)
    {
        var locations = network.Locations;
        var placed = new List<PlacedRule>[locations.Length];
        for (var location = 0; location < placed.Length; location++)
        {
            placed[location] = [];
        }

        // Rule by rule, so that each location's rules come out ascending. Ids are looked up: a list of them may be as long as the network.
        for (var rule = 0; rule < Rules.Length; rule++)
        {
            var place = Rules[rule].At;
            if (Evaluators[rule].Length == 0)
            {
                continue;
            }

            var byId = place.Locations.Select(network.IndexOf).ToHashSet();
            var others = place with { Locations = [] };
            for (var location = 0; location < placed.Length; location++)
            {
                var rank = byId.Contains(location) ? 3 : byId.Count > 0 && others.IsEverywhere ? null : others.Match(locations[location]);
                if (rank is { } particular)
                {
                    placed[location].Add(new PlacedRule(rule, particular));
                }
            }
        }

        return placed;
    }
}

/// <summary>A rule that holds at a location.</summary>
/// <param name="Rule">Index of the rule.</param>
/// <param name="Rank">How particular it is about the location, 0 to 3.</param>
internal readonly record struct PlacedRule(int Rule, int Rank);

/// <summary>What a location does for a profile by its groups.</summary>
[Flags]
internal enum LocationUse
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It sends.</summary>
    Ships = 1,

    /// <summary>Customers collect there.</summary>
    HandsOver = 2,
}
