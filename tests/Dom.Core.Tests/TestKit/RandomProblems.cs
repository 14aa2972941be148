using Dom.Core.Network;
using Dom.Core.Solving;

namespace Dom.Core.Tests.TestKit;

/// <summary>Small sourcing problems from a seed, with the features asked for. Costs collide often, so that ties are met.</summary>
internal static class RandomProblems
{
    public static SourcingProblem Make(int seed, ProblemFeatures features, int maxOrders = 4, int maxLocations = 4, int maxLines = 3, int maxUnits = 3)
    {
        var random = new Random(seed);
        var locations = random.Next(1, maxLocations + 1);
        var modes = features.HasFlag(ProblemFeatures.SeveralModes) ? 3 : 1;
        var skus = features.HasFlag(ProblemFeatures.SharedSkus) ? 2 : 5;
        var lineStart = new List<int> { 0 };
        var orders = random.Next(1, maxOrders + 1);
        for (var order = 0; order < orders; order++)
        {
            lineStart.Add(lineStart[^1] + random.Next(random.Next(8) == 0 ? 0 : 1, maxLines + 1));
        }

        var lines = Lines(random, features, lineStart[^1], locations, modes, skus, maxUnits);
        return new SourcingProblem
        {
            Locations = Locations(random, features, locations, modes),
            Stock = Stock(random, skus, locations),
            Orders = Orders(random, features, [.. lineStart]),
            Lines = lines,
            Modes = [.. Enumerable.Range(0, modes).Select(mode => Rates(random, features, mode))],
            UnfilledUnitCost = random.Next(4) == 0 ? random.Next(6) : random.Next(20, 60),
            Candidates = features.HasFlag(ProblemFeatures.Candidates) ? Candidates(random, lineStart[^1], locations) : null,
        };
    }

    public static AssignmentPlan Plan(SourcingProblem problem, Random random)
    {
        var assignments = new List<(int Line, int Location, int Quantity)>();
        for (var line = 0; line < problem.LineCount; line++)
        {
            var left = problem.Lines.Quantity[line];
            for (var location = 0; location < problem.LocationCount && left > 0; location++)
            {
                if (random.Next(2 + problem.LocationCount) < 2)
                {
                    var units = problem.Lines.Splittable[line] ? random.Next(1, left + 1) : left;
                    assignments.Add((line, location, units));
                    left -= units;
                }
            }
        }

        return ToPlan(assignments);
    }

    public static AssignmentPlan ToPlan(IReadOnlyList<(int Line, int Location, int Quantity)> assignments) => new()
    {
        Line = [.. assignments.Select(assignment => assignment.Line)],
        Location = [.. assignments.Select(assignment => assignment.Location)],
        Quantity = [.. assignments.Select(assignment => assignment.Quantity)],
    };

    private static double Degrees(Random random) => random.Next(-3, 4);

    private static LocationColumns Locations(Random random, ProblemFeatures features, int count, int modes) => new()
    {
        Ids = Ids("L", count),
        Types = Repeat(count, () => LocationType.Store),
        Latitude = Repeat(count, () => Degrees(random)),
        Longitude = Repeat(count, () => Degrees(random)),
        Modes = Repeat(count, () => random.Next(5) == 0 ? (ulong)random.Next(1 << modes) : (1UL << modes) - 1),
        MaxOrders = Repeat(count, () => features.HasFlag(ProblemFeatures.MaxOrders) && random.Next(3) > 0 ? random.Next(3) : LocationColumns.NoLimit),
        ParcelCost = Repeat(count, () => random.Next(5)),
        UnitCost = Repeat(count, () => random.Next(3)),
    };

    private static StockColumns Stock(Random random, int skus, int locations)
    {
        var (rowStart, location, available) = (new List<int> { 0 }, new List<int>(), new List<int>());
        for (var sku = 0; sku < skus; sku++)
        {
            for (var at = 0; at < locations; at++)
            {
                if (random.Next(4) > 0)
                {
                    location.Add(at);
                    available.Add(random.Next(6));
                }
            }

            rowStart.Add(location.Count);
        }

        return new StockColumns { Skus = Ids("S", skus), RowStart = [.. rowStart], Location = [.. location], Available = [.. available] };
    }

    private static OrderColumns Orders(Random random, ProblemFeatures features, int[] lineStart)
    {
        var count = lineStart.Length - 1;
        return new OrderColumns
        {
            Ids = Ids("O", count),
            Latitude = Repeat(count, () => Degrees(random)),
            Longitude = Repeat(count, () => Degrees(random)),
            MaxLocations = Repeat(count, () => features.HasFlag(ProblemFeatures.MaxLocations) && random.Next(3) > 0 ? random.Next(1, 3) : OrderColumns.NoLimit),
            MaxDistanceKm = Repeat(count, () => features.HasFlag(ProblemFeatures.MaxDistance) && random.Next(3) > 0 ? random.Next(600) : double.PositiveInfinity),
            ShipComplete = Repeat(count, () => features.HasFlag(ProblemFeatures.ShipComplete) && random.Next(2) == 0),
            LineStart = lineStart,
        };
    }

    private static LineColumns Lines(Random random, ProblemFeatures features, int count, int locations, int modes, int skus, int maxUnits) => new()
    {
        Ids = Ids("N", count),
        Sku = Repeat(count, () => random.Next(skus)),
        Quantity = Repeat(count, () => random.Next(1, maxUnits + 1)),
        UnitGrams = Repeat(count, () => features.HasFlag(ProblemFeatures.LightUnits) && random.Next(2) == 0 ? 0 : random.Next(100, 900)),
        Mode = Repeat(count, () => random.Next(modes)),
        Splittable = Repeat(count, () => features.HasFlag(ProblemFeatures.Splittable) && random.Next(3) > 0),
        OnlyLocation = Repeat(count, () => features.HasFlag(ProblemFeatures.OnlyLocation) && random.Next(3) == 0 ? random.Next(locations) : LineColumns.AnyLocation),
    };

    /// <summary>Rates fall as often as they rise with weight: the rules allow that.</summary>
    private static ModeRates Rates(Random random, ProblemFeatures features, int mode)
    {
        var isLimited = features.HasFlag(ProblemFeatures.LimitedGrid) && random.Next(2) == 0;
        return new ModeRates
        {
            Name = $"mode{mode}",
            ZoneKm = [random.Next(50, 300), isLimited ? 500 : double.PositiveInfinity],
            BandGrams = [random.Next(200, 600), random.Next(700, 1500), isLimited ? 2000 : long.MaxValue],
            Cost = [.. Repeat(6, () => random.Next(12))],
            CostPer100Km = features.HasFlag(ProblemFeatures.DistanceCost) ? random.Next(4) : 0,
        };
    }

    private static CandidateColumns Candidates(Random random, int lines, int locations)
    {
        var (lineStart, location, cost) = (new List<int> { 0 }, new List<int>(), new List<int>());
        for (var line = 0; line < lines; line++)
        {
            for (var at = 0; at < locations; at++)
            {
                if (random.Next(5) > 0)
                {
                    location.Add(at);
                    cost.Add(random.Next(4));
                }
            }

            lineStart.Add(location.Count);
        }

        return new CandidateColumns { LineStart = [.. lineStart], Location = [.. location], Cost = [.. cost] };
    }

    private static string[] Ids(string prefix, int count) => [.. Enumerable.Range(1, count).Select(number => $"{prefix}{number}")];

    private static T[] Repeat<T>(int count, Func<T> next) => [.. Enumerable.Range(0, count).Select(_ => next())];
}
