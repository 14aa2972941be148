using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;
using Dom.Core.Tests.Fulfillment;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Baselines;

public sealed class OrderDistancesTests
{
    [Fact]
    public void Zone_is_the_haversines_zone_on_every_border()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var problem = Places(random);

            var distances = new OrderDistances(problem);

            for (var order = 0; order < problem.OrderCount; order++)
            {
                distances.MoveTo(order);
                for (var location = 0; location < problem.LocationCount; location++)
                {
                    var kilometres = problem.Kilometres(location, order);
                    var (zone, expected) = (distances.Zone(0, location), problem.Modes[0].Zone(kilometres));
                    Property.Holds(zone == expected, () => $"Seed {seed}: {kilometres} km is in zone {zone}, not {expected}.");
                    Property.Holds(
                        distances.IsWithinReach(location) == (kilometres <= problem.Orders.MaxDistanceKm[order]), () => $"Seed {seed}: reach of {kilometres} km.");
                }
            }
        }
    }

    /// <summary>Places all over the Earth, some of them equal, neighbours or antipodes; zones end exactly at distances that occur, and next to them.</summary>
    private static SourcingProblem Places(Random random)
    {
        var problem = RandomProblems.Make(random.Next(), ProblemFeatures.None, maxOrders: 3, maxLocations: 11);
        for (var order = 0; order < problem.OrderCount; order++)
        {
            (problem.Orders.Latitude[order], problem.Orders.Longitude[order]) = (random.NextDouble() * 180 - 90, random.NextDouble() * 360 - 180);
        }

        for (var location = 0; location < problem.LocationCount; location++)
        {
            var (latitude, longitude) = (problem.Orders.Latitude[0], problem.Orders.Longitude[0]);
            (problem.Locations.Latitude[location], problem.Locations.Longitude[location]) = random.Next(5) switch
            {
                0 => (latitude, longitude),
                1 => (latitude + (random.NextDouble() * 1e-4 * (latitude < 0 ? 1 : -1)), longitude),
                2 => (-latitude, longitude > 0 ? longitude - 180 : longitude + 180),
                _ => (random.NextDouble() * 180 - 90, random.NextDouble() * 360 - 180),
            };
        }

        var kilometres = Enumerable.Range(0, problem.LocationCount).Select(location => problem.Kilometres(location, 0)).ToArray();
        Array.Fill(problem.Orders.MaxDistanceKm, kilometres[random.Next(kilometres.Length)]);
        double[] zones = [.. kilometres.SelectMany(km => new[] { km, Math.BitIncrement(km), Math.Max(0, Math.BitDecrement(km)) }).Distinct().Order()];
        return problem.WithRates(new ModeRates { Name = "ship", ZoneKm = zones, BandGrams = [long.MaxValue], Cost = new int[zones.Length] });
    }
}
