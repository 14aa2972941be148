using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Sourcing;

internal sealed partial class Screening
{
    /// <summary>A line as the rules see it.</summary>
    /// <param name="line">Index of the line.</param>
    public LineScene SceneOf(int line) => new()
    {
        Line = Request.Lines[line],
        Index = line,
        Kind = _columns.Kinds[line],
        At = Request.At,
        Offers = _columns.Network.Offers(Request.Lines[line].Mode),
        Uses = _places.UseOfLocation,
        Store = _columns.StoreOf(line),
        Refusals = _columns.Refusals(SkuOfLine[line]),
        WantedBy = Request.Order.RequestedDeliveryDate,
        HasFullTime = _columns.HasFullTime(line),
        Arrivals = _arrivals,
    };

    /// <summary>What the rules see of a location that is to do more for the order than one line.</summary>
    /// <param name="scene">The line.</param>
    /// <param name="location">Index of the location.</param>
    /// <param name="demands">What is demanded of it.</param>
    /// <param name="more">What it is to take of the order.</param>
    /// <param name="wanted">Units of the line's SKU that it must have for the order.</param>
    public Candidate Candidate(LineScene scene, int location, Demands demands, DayLoad more, int wanted) => new(
        scene,
        location,
        Locations[location],
        demands,
        MetresOnGround(WayOfLine[scene.Index], location),
        _columns.Load(location),
        more,
        _columns.Available(SkuOfLine[scene.Index])[location],
        wanted);

    private int WantedUnits(int line) => Limits.MayBeSplit[line] ? 1 : Request.Lines[line].Quantity;

    private OrderLimits Limit(int fallen)
    {
        var builder = new OrderLimitsBuilder(Request);
        var isRouted = new bool[LeftOfLine.Length];
        Array.Fill(isRouted, true);
        for (var rule = 0; rule < Book.Rules.Length; rule++)
        {
            if (!Book.IsOn(rule, fallen))
            {
                continue;
            }

            for (var line = 0; Book.Rules[rule] is ExcludeLine && line < isRouted.Length; line++)
            {
                isRouted[line] &= LeftOfLine[line] < Request.Lines[line].Quantity || !Book.IsFor(rule, line);
            }

            var at = rule;
            if (OrderRule.All.FirstOrDefault(known => known.IsOf(Book.Rules[at])) is { } kind
                && Enumerable.Range(0, isRouted.Length).Where(line => Book.IsFor(at, line)).ToArray() is { Length: > 0 } lines)
            {
                kind.Limit(builder, Book.Rules[rule], lines);
            }
        }

        var limits = builder.Build(isRouted, Priorities(fallen));
        return _isWholeOrder ? limits : limits.WithoutOrder();
    }

    private byte[]? Priorities(int fallen)
    {
        if (!Array.Exists(Book.Rules, rule => rule is LocationPriority))
        {
            return null;
        }

        var best = new Winner<LocationPriority>[_places.RulesOfClass.Length];
        for (var line = 0; line < LeftOfLine.Length; line++)
        {
            var demands = Book.DemandsOf(line, fallen);
            for (var place = 0; place < best.Length; place++)
            {
                var (rule, rank) = (demands[place].Priority.Rule, demands[place].Priority.Rank);
                best[place] = rule is null ? best[place] : best[place].With(rule, rank, (known, other) => other.Priority < known.Priority);
            }
        }

        return Array.TrueForAll(best, winner => winner.Rule is null)
            ? null
            : Array.ConvertAll(_places.ClassOfLocation, place => (byte)(best[place].Rule?.Priority ?? OrderLimits.NoPriority));
    }

    private void AskRules()
    {
        for (var line = 0; line < LeftOfLine.Length; line++)
        {
            if (LeftOfLine[line] > 0)
            {
                _demandsOfLine[line] = Book.DemandsOf(line, FallenOfLine[line]);
                _excludedOfLine[line] = AskRules(line, _demandsOfLine[line]);
            }
        }
    }

    private byte[] AskRules(int line, Demands[] demands)
    {
        var (scene, wanted) = (SceneOf(line), WantedUnits(line));
        int[] asked = [.. Enumerable.Range(0, SourcingRule.All.Length).Where(rule => SourcingRule.All[rule].Concerns(scene, demands))];
        var rules = Array.ConvertAll(asked, rule => SourcingRule.All[rule]);
        var excludedBy = new byte[Locations.Length];
        var more = new DayLoad(1, 1, wanted);
        for (var location = 0; location < excludedBy.Length; location++)
        {
            var candidate = Candidate(scene, location, demands[_places.ClassOfLocation[location]], more, wanted);
            for (var rule = 0; rule < rules.Length; rule++)
            {
                if (rules[rule].Excludes(candidate))
                {
                    excludedBy[location] = (byte)(asked[rule] + 1);
                    break;
                }
            }
        }

        return excludedBy;
    }

    // A parcel may hold lines of several radii: the greatest counts for it.
    private int[][] CountMetres()
    {
        var counted = new int[WayCount][];
        for (var way = 0; way < counted.Length; way++)
        {
            var ground = _columns.Metres(way);
            counted[way] = ground;
            foreach (var demands in DemandsOf(line => WayOfLine[line] == way).Where(known => Array.Exists(known, demand => demand.Radius is not null)))
            {
                var metres = counted[way] == ground ? [.. ground] : counted[way];
                for (var location = 0; location < metres.Length; location++)
                {
                    metres[location] = Math.Min(metres[location], LocalRadiusRule.Counted(demands[_places.ClassOfLocation[location]], ground[location]));
                }

                counted[way] = metres;
            }
        }

        return counted;
    }

    // Lines that are alike to the rules have the same.
    private IEnumerable<Demands[]> DemandsOf(Func<int, bool> isAsked) =>
        Enumerable.Range(0, LeftOfLine.Length).Where(isAsked).Select(line => _demandsOfLine[line]).Distinct();

    // Of lines of one SKU that keep back differently the highest floor counts; what is placed already stays possible.
    private int[][] CountUsable()
    {
        var usable = new int[SkuCount][];
        for (var sku = 0; sku < usable.Length; sku++)
        {
            var available = _columns.Available(sku);
            var asked = sku;
            var demands = DemandsOf(line => SkuOfLine[line] == asked && LeftOfLine[line] > 0).Where(known => Array.Exists(known, demand => demand.FloorUnits > 0)).ToArray();
            usable[sku] = demands.Length == 0 ? available : new int[available.Length];
            for (var location = 0; demands.Length > 0 && location < available.Length; location++)
            {
                var kept = 0;
                foreach (var known in demands)
                {
                    kept = Math.Max(kept, known[_places.ClassOfLocation[location]].FloorUnits);
                }

                usable[sku][location] = Math.Max(0, available[location] - kept);
            }

            foreach (var location in Placed.Where(part => SkuOfLine[part.Line] == sku).GroupBy(part => part.Location))
            {
                usable[sku] = usable[sku] == available ? [.. available] : usable[sku];
                usable[sku][location.Key] = Math.Max(usable[sku][location.Key], location.Sum(part => part.Units));
            }
        }

        return usable;
    }

    // Where daily limits differ by line, the lowest one that holds for any line of the order counts for what the order's lines take together.
    private (int[]? Lines, int[]? Units) CountRoom()
    {
        var isLimited = _columns.Network.LimitsWork || Array.Exists(_demandsOfLine, line => Array.Exists(line, demand => (demand.Lines ?? demand.Units) is not null));
        if (!isLimited)
        {
            return (null, null);
        }

        var (lines, units) = (new int[Locations.Length], new int[Locations.Length]);
        var ofClass = new DayLimit[_places.RulesOfClass.Length];
        foreach (var demands in DemandsOf(line => LeftOfLine[line] > 0))
        {
            for (var place = 0; place < ofClass.Length; place++)
            {
                ofClass[place] = ofClass[place].Lowest(DayLimit.Of(demands[place]));
            }
        }

        for (var location = 0; location < lines.Length; location++)
        {
            var limit = DayLimit.Of(Locations[location]).Lowest(ofClass[_places.ClassOfLocation[location]]);
            var load = _columns.Load(location);
            lines[location] = limit.Lines is { } most ? Math.Max(0, most - load.Lines) : int.MaxValue;
            units[location] = limit.Units is { } all ? Math.Max(0, all - load.Units) : int.MaxValue;
        }

        foreach (var location in Placed.GroupBy(part => part.Location))
        {
            lines[location.Key] = Math.Max(lines[location.Key], location.Count());
            units[location.Key] = Math.Max(units[location.Key], location.Sum(part => part.Units));
        }

        return (lines, units);
    }
}
