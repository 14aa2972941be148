using Dom.Core.Network;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Costs;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Costs;

public sealed class ChargesPropertyTests
{
    public static TheoryData<int> Hundreds => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Charges_and_terms_of_any_plan_add_up_to_what_the_words_of_the_costs_say(int hundred) => ForSeeds(hundred, (request, seed) =>
    {
        var screening = new Screening(request);
        var charges = new Charges(screening);
        foreach (var plan in Plans(screening, seed))
        {
            var expected = PlainCosts.OfPlan(request, [.. plan.SelectMany(part => part.UnitsOfLine.Select((units, line) => (line, screening.Locations[part.Location], units)).Where(item => item.units > 0))]);

            Assert.Equal(expected, Sum(screening, charges, plan));
            if (expected is not null)
            {
                Assert.Equal(expected, new CostTerms(screening, charges).OfPlan(plan).TotalMinorUnits);
                Assert.Equal(
                    plan.Sum(part => Enumerable.Range(0, screening.WayCount).Sum(way => Parcel(screening, charges, way, part) ?? 0)),
                    ParcelRecords.Of(screening, charges, plan).Sum(parcel => parcel.MinorUnits));
            }
        }
    });

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Parcels_cost_at_least_the_least_and_the_same_whatever_is_in_them_where_they_say_so(int hundred) => ForSeeds(hundred, (request, seed) =>
    {
        var screening = new Screening(request);
        var charges = new Charges(screening);
        foreach (var part in Plans(screening, seed).SelectMany(plan => plan))
        {
            foreach (var way in Enumerable.Range(0, screening.WayCount).Where(way => charges.Parcels.Of(way).Lines.Any(line => part.UnitsOfLine[line] > 0)))
            {
                var cost = charges.ParcelMinorUnits(way, part.Location, charges.Contents(way, part.UnitsOfLine));

                Assert.True(cost is null || cost >= charges.LeastParcelMinorUnits(way, part.Location));
                Assert.True(charges.DependsOnContents(way) || cost == charges.ParcelMinorUnits(way, part.Location, default));
            }
        }
    });

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Source_writes_terms_that_add_up_for_every_candidate(int hundred) => ForSeeds(hundred, (_, seed) =>
    {
        var request = RandomRequests.Make(seed).WithCosts(seed, withRatesByContents: false).WithPrices(seed);
        request = request with { Profile = request.Profile with { Costs = request.Profile.Costs with { UnassignedUnitMinorUnits = 1_000_000 } } };
        var screening = new Screening(request);
        var charges = new Charges(screening, new Core.Sourcing.Scarcity.ScarcityCharges(screening));

        var decision = Core.Sourcing.Sourcing.Source(request);

        foreach (var (line, record) in decision.Lines.Index())
        {
            foreach (var candidate in record.Candidates.Where(candidate => candidate.Cost is not null))
            {
                var units = new int[request.Lines.Length];
                units[line] = request.Lines[line].Quantity;
                var alone = Sum(screening, charges, [(screening.IndexOf(candidate.LocationId), units)]);
                Assert.Equal(alone - ((request.Lines.Sum(other => (decimal)other.Quantity) - units[line]) * 1_000_000), candidate.Cost!.TotalMinorUnits);
            }
        }

        Assert.Equal(decision.Cost.Terms.Sum(term => term.MinorUnits), decision.Cost.TotalMinorUnits);
    });

    private static decimal? Sum(Screening screening, Charges charges, List<(int Location, int[] UnitsOfLine)> plan)
    {
        var left = screening.Request.Lines.Sum(line => (decimal)line.Quantity) - plan.Sum(part => part.UnitsOfLine.Sum());
        decimal? sum = (left * charges.UnassignedUnitMinorUnits) + (plan.Count > 0 ? charges.OrderMinorUnits : 0);
        foreach (var part in plan)
        {
            sum += charges.LocationMinorUnits(part.Location);
            sum += part.UnitsOfLine.Select((units, line) => units == 0 ? 0 : charges.LineMinorUnits(line, part.Location, units)).Sum();
            foreach (var way in Enumerable.Range(0, screening.WayCount))
            {
                sum += Parcel(screening, charges, way, part);
            }
        }

        return sum;
    }

    private static long? Parcel(Screening screening, Charges charges, int way, (int Location, int[] UnitsOfLine) part) =>
        part.UnitsOfLine.Select((units, line) => screening.WayOfLine[line] == way ? units : 0).Sum() == 0
            ? 0
            : charges.ParcelMinorUnits(way, part.Location, charges.Contents(way, part.UnitsOfLine));

    // Plans that heed no rule: costs do not ask whether they may be.
    private static IEnumerable<List<(int Location, int[] UnitsOfLine)>> Plans(Screening screening, int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < 4; number++)
        {
            var plan = new SortedDictionary<int, int[]>();
            for (var line = 0; line < screening.WayOfLine.Length; line++)
            {
                for (var left = random.Next(screening.Request.Lines[line].Quantity + 1); left > 0;)
                {
                    var (units, location) = (random.Next(1, left + 1), random.Next(screening.Locations.Length));
                    plan.TryAdd(location, new int[screening.WayOfLine.Length]);
                    plan[location][line] += units;
                    left -= units;
                }
            }

            yield return [.. plan.Select(part => (part.Key, part.Value))];
        }
    }

    private static void ForSeeds(int hundred, Action<SourcingRequest, int> check)
    {
        for (var seed = hundred * 100; seed < (hundred + 1) * 100; seed++)
        {
            var request = RandomRequests.Make(seed);
            request = request with { Lines = [.. request.Lines.Where(line => line.Mode != DeliveryMode.ShipToStore || request.Network.Any(store => store.LocationId == line.PickupLocationId))] };
            try
            {
                check(request.WithCosts(seed), seed);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Seed {seed} fails.", fault);
            }
        }
    }
}
