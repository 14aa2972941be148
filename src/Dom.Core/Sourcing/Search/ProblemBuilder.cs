namespace Dom.Core.Sourcing.Search;

/// <summary>Turns a screened request into the smallest problem that has the same best plans.</summary>
internal static class ProblemBuilder
{
    /// <summary>Builds the problem of all lines that some location could fulfil.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="charges">What is charged.</param>
    /// <param name="groups">The lines by what must stay together, each ascending.</param>
    /// <param name="mustAssignAll">Whether every line must be assigned.</param>
    public static SearchProblem Build(Screening screening, Charges charges, IReadOnlyList<int[]> groups, bool mustAssignAll)
    {
        RefuseRatesByContents(screening, charges);
        var gainOfUnit = charges.UnassignedUnitMinorUnits - screening.Request.Profile.Costs.UnitMinorUnits;

        // Where fulfilling a unit costs no less than leaving it, the best plan is to do nothing.
        var candidates = groups
            .Where(_ => gainOfUnit > 0)
            .Select(group => (Lines: group, Locations: FindLocations(screening, charges, group)))
            .Where(item => item.Locations.Length > 0)
            .ToList();
        var shared = NumberSharedSkus(screening, candidates.Select(item => item.Lines));
        var items = candidates.Select(candidate => new SearchItem
        {
            Lines = candidate.Lines,
            Ways = [SearchProblem.TheLocation, .. FindWays(screening, candidate.Lines)],
            Locations = candidate.Locations,
            Gain = PlanWeight.OfCost((Int128)gainOfUnit * candidate.Lines.Sum(line => (long)screening.Request.Lines[line].Quantity)),
            Shared = FindShared(screening, candidate.Lines, shared),
            Costs = FindCosts(candidate.Lines, candidate.Locations, screening, charges),
        });
        return new SearchProblem
        {
            Items = Merge(items),
            LocationCount = screening.Locations.Length,
            WayCount = screening.WayCount + 1,
            OpenWeights = WeighWays(screening, charges),
            SharedUnits = FindSharedUnits(screening, shared),
            SharedSkuCount = shared.Count,
            MaxLocations = screening.Request.Profile.Limits.MaxLocations,
            MustAssignAll = mustAssignAll,
        };
    }

    private static IEnumerable<int> FindWays(Screening screening, int[] lines) =>
        lines.Select(line => screening.WayOfLine[line]).Where(way => way != Screening.Nowhere).Distinct().Order().Select(way => way + 1);

    private static int[] FindLocations(Screening screening, Charges charges, int[] lines)
    {
        var found = new List<int>();
        for (var location = 0; location < screening.Locations.Length; location++)
        {
            if (CanFulfil(screening, lines, location) && IsTaken(screening, charges, lines, location))
            {
                found.Add(location);
            }
        }

        return [.. found];
    }

    /// <summary>Whether a location could fulfil lines together: each by itself, and all that want one SKU from its stock.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="lines">Indexes of the lines.</param>
    /// <param name="location">Index of the location.</param>
    public static bool CanFulfil(Screening screening, int[] lines, int location)
    {
        foreach (var line in lines)
        {
            if (!screening.IsEligible(line, location))
            {
                return false;
            }
        }

        return lines.Length == 1 || lines
            .GroupBy(line => screening.SkuOfLine[line], line => (long)screening.Request.Lines[line].Quantity)
            .All(sku => sku.Sum() <= screening.UsableUnits(sku.Key, location));
    }

    private static bool IsTaken(Screening screening, Charges charges, int[] lines, int location) =>
        Array.TrueForAll(lines, line => screening.WayOfLine[line] is Screening.Nowhere || charges.ParcelMinorUnits(screening.WayOfLine[line], location, default) is not null);

    private static Dictionary<int, int> NumberSharedSkus(Screening screening, IEnumerable<int[]> items)
    {
        var shared = new Dictionary<int, int>();
        var wantedBy = new int[screening.SkuCount];
        foreach (var sku in items.SelectMany(lines => lines.Select(line => screening.SkuOfLine[line]).Distinct()))
        {
            if (++wantedBy[sku] == 2)
            {
                shared.Add(sku, shared.Count);
            }
        }

        return shared;
    }

    private static SharedDemand[] FindShared(Screening screening, int[] lines, Dictionary<int, int> shared) =>
        shared.Count == 0
            ? []
            : [.. lines
                .GroupBy(line => screening.SkuOfLine[line], line => screening.Request.Lines[line].Quantity)
                .Where(sku => shared.ContainsKey(sku.Key))
                .Select(sku => new SharedDemand(shared[sku.Key], sku.Sum()))];

    private static int[] FindSharedUnits(Screening screening, Dictionary<int, int> shared)
    {
        var units = new int[shared.Count * screening.Locations.Length];
        foreach (var (sku, number) in shared)
        {
            for (var location = 0; location < screening.Locations.Length; location++)
            {
                units[(number * screening.Locations.Length) + location] = screening.UsableUnits(sku, location);
            }
        }

        return units;
    }

    // What a line costs beyond handling its units, which costs the same everywhere.
    private static Int128[]? FindCosts(int[] lines, int[] locations, Screening screening, Charges charges)
    {
        var unit = screening.Request.Profile.Costs.UnitMinorUnits;
        var costs = new Int128[screening.Locations.Length];
        foreach (var location in locations)
        {
            var sum = 0L;
            foreach (var line in lines)
            {
                var units = screening.Request.Lines[line].Quantity;
                sum = checked(sum + charges.LineMinorUnits(line, location, units) - (unit * units));
            }

            costs[location] = PlanWeight.OfCost(sum);
        }

        return Array.TrueForAll(costs, cost => cost == Int128.Zero) ? null : costs;
    }

    private static Int128[] WeighWays(Screening screening, Charges charges)
    {
        var ways = screening.WayCount + 1;
        var weights = new Int128[screening.Locations.Length * ways];
        for (var location = 0; location < screening.Locations.Length; location++)
        {
            weights[location * ways] = PlanWeight.OneLocation + PlanWeight.OfCost(charges.LocationMinorUnits(location));
            for (var way = 1; way < ways; way++)
            {
                var metres = Math.Max(0, screening.Metres(way - 1, location));
                weights[(location * ways) + way] = charges.ParcelMinorUnits(way - 1, location, default) is { } cost ? PlanWeight.OfParcel(cost, metres) : 0;
            }
        }

        return weights;
    }

    // A location opens a way at one price here: a price by weight needs a search that knows what the parcel holds.
    private static void RefuseRatesByContents(Screening screening, Charges charges)
    {
        for (var way = 0; way < screening.WayCount; way++)
        {
            if (charges.DependsOnContents(way))
            {
                throw new NotSupportedException($"Order '{screening.Request.OrderId}' has parcels whose cost depends on what is in them; the search takes only parcels of one cost.");
            }
        }
    }

    // Two items that travel alike, could come from the same locations and take stock from nobody, scarce neither: whatever plan parts them, moving one
    // to the other costs no more.
    private static SearchItem[] Merge(IEnumerable<SearchItem> items)
    {
        var merged = new List<SearchItem>();
        foreach (var item in items)
        {
            var twin = item.Shared.Length > 0 || item.Costs is not null ? -1 : merged.FindIndex(other =>
                other.Shared.Length == 0 && other.Costs is null && other.Locations.AsSpan().SequenceEqual(item.Locations) && other.Ways.AsSpan().SequenceEqual(item.Ways));
            if (twin < 0)
            {
                merged.Add(item);
                continue;
            }

            merged[twin] = new SearchItem
            {
                Lines = [.. merged[twin].Lines.Concat(item.Lines).Order()],
                Ways = item.Ways,
                Locations = item.Locations,
                Gain = checked(merged[twin].Gain + item.Gain),
                Shared = [],
            };
        }

        return [.. merged];
    }
}
