using System.Collections.Immutable;
using System.Globalization;
using Dom.Core.Network;
using Dom.LocalHost.Demo.Network;

namespace Dom.LocalHost.Demo.Orders;

/// <summary>Where the customers of the demo live: nine in ten around its cities, by the number of people there, the others anywhere.</summary>
internal sealed class DemoCustomers
{
    private const double ShareOfCities = 0.9;
    private const double ShareWithCoordinates = 0.3;
    private const int CodesOfPrefix = 100;

    private readonly WeightedChoice<DemoCity> _cities = new(DemoCities.All, city => city.Weight);
    private readonly ImmutableDictionary<string, DemoCity> _nearestStores = DemoCities.All.ToImmutableDictionary(city => city.Key, NearestStore);

    /// <summary>Draws a customer.</summary>
    /// <param name="random">What decides.</param>
    /// <param name="number">The customer's number.</param>
    /// <returns>The address, and the store where this customer collects.</returns>
    public (DemoDestination Address, LocationId Store) Draw(Random random, int number)
    {
        var city = _cities.Draw(random);
        var isInCity = random.NextDouble() < ShareOfCities;
        var postalCode = isInCity ? Around(city, random) : Anywhere(random);
        var point = PostalCentroids.Find("US", postalCode);
        var hasCoordinates = random.NextDouble() < ShareWithCoordinates;
        var address = new DemoDestination
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"Customer {number}"),
            Line1 = string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 2000)} Main Street"),
            City = isInCity ? city.Name : null,
            Region = isInCity ? city.State : null,
            PostalCode = postalCode,
            Latitude = hasCoordinates ? point?.Latitude : null,
            Longitude = hasCoordinates ? point?.Longitude : null,
        };
        return (address, _nearestStores[city.Key].LocationId);
    }

    private static string Around(DemoCity city, Random random) =>
        city.PostalCode[..3] + random.Next(CodesOfPrefix).ToString("D2", CultureInfo.InvariantCulture);

    // The states that hang together: codes 010 to 994 without Puerto Rico's (below 010) and Hawaii's (967, 968); Alaska's are above 994.
    private static string Anywhere(Random random)
    {
        while (true)
        {
            var code = random.Next(1_000, 99_500).ToString("D5", CultureInfo.InvariantCulture);
            if (!code.StartsWith("96", StringComparison.Ordinal) && PostalCentroids.Find("US", code) is not null)
            {
                return code;
            }
        }
    }

    private static DemoCity NearestStore(DemoCity from) => DemoCities.All
        .Where(city => city.Type == LocationType.Store)
        .MinBy(city => GreatCircle.Metres(from.Position, city.Position))!;
}
