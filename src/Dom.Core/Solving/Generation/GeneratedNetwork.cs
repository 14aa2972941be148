using System.Globalization;
using Dom.Core.Network;

namespace Dom.Core.Solving.Generation;

/// <summary>Generated locations: a few distribution centres far from each other, and stores where people live.</summary>
/// <param name="Columns">The locations; distribution centres first.</param>
/// <param name="Places">Where in the geography each is.</param>
/// <param name="Centres">How many are distribution centres.</param>
internal sealed record GeneratedNetwork(LocationColumns Columns, int[] Places, int Centres)
{
    private const int CapacityPercentLow = 180;
    private const int CentresCapacityPercent = 50;

    /// <summary>Draws locations.</summary>
    /// <param name="options">What is generated.</param>
    /// <param name="geography">Where they can be.</param>
    /// <param name="random">Where chance comes from.</param>
    public static GeneratedNetwork Create(GeneratorOptions options, Geography geography, RandomStream random)
    {
        var centres = Math.Min(options.Locations, Math.Max(2, (int)Math.Sqrt(options.Locations * 0.16)));
        var places = DrawPlaces(options.Locations, centres, geography, random);
        var columns = new LocationColumns
        {
            Ids = [.. Enumerable.Range(0, places.Length).Select(at => at < centres ? Id("DC", at + 1, centres) : Id("ST", at - centres + 1, places.Length - centres))],
            Types = [.. places.Select((_, at) => at < centres ? LocationType.Dc : LocationType.Store)],
            Latitude = [.. places.Select(place => geography.Degrees(place).Latitude)],
            Longitude = [.. places.Select(place => geography.Degrees(place).Longitude)],
            Modes = [.. places.Select((_, at) => Modes(at < centres, random))],
            MaxOrders = DrawCapacities(options, places.AsSpan(0, centres).ToArray(), geography, random),
            ParcelCost = [.. places.Select((_, at) => at < centres ? random.Between(90, 130) : random.Between(170, 260))],
            UnitCost = [.. places.Select((_, at) => at < centres ? random.Between(20, 40) : random.Between(40, 80))],
        };
        return new GeneratedNetwork(columns, places, centres);
    }

    private static string Id(string kind, int number, int most) =>
        $"{kind}-{number.ToString("D" + most.ToString(CultureInfo.InvariantCulture).Length, CultureInfo.InvariantCulture)}";

    private static ulong Modes(bool isCentre, RandomStream random)
    {
        var modes = 1UL << ParcelRates.Standard;
        modes |= isCentre || random.Happens(70) ? 1UL << ParcelRates.Express : 0;
        return modes | (!isCentre && random.Happens(60) ? 1UL << ParcelRates.SameDay : 0);
    }

    private static int[] DrawPlaces(int locations, int centres, Geography geography, RandomStream random)
    {
        var places = new List<int>(locations);
        var taken = new HashSet<int>();
        while (places.Count < locations)
        {
            var place = places.Count < centres ? Farthest(places, geography, random) : geography.Draw(random);

            // Two stores share a postal code only where there are about as many stores as codes.
            for (var again = 0; again < 16 && taken.Contains(place); again++)
            {
                place = geography.Draw(random);
            }

            taken.Add(place);
            places.Add(place);
        }

        return [.. places];
    }

    // Of a few places drawn, the one farthest from the distribution centres so far: they spread, but stay where people live.
    private static int Farthest(List<int> places, Geography geography, RandomStream random)
    {
        var drawn = Enumerable.Range(0, 24).Select(_ => geography.Draw(random)).ToArray();
        return drawn.MaxBy(place => places.Count == 0 ? 0 : places.Min(other => geography.SquareKm(place, other)));
    }

    // A distribution centre is built for those who live nearest to it, give or take three tenths; stores differ by their size.
    private static int[] DrawCapacities(GeneratorOptions options, int[] centres, Geography geography, RandomStream random)
    {
        var percent = options.Contention == Contention.Low ? CapacityPercentLow : random.Between(120, 130);
        var total = (long)options.Orders * percent / 100;
        var stores = options.Locations - centres.Length;
        var forCentres = stores == 0 ? total : total * CentresCapacityPercent / 100;
        var served = new int[centres.Length];
        for (var draw = 0; draw < 100 * centres.Length; draw++)
        {
            var place = geography.Draw(random);
            served[Enumerable.Range(0, centres.Length).MinBy(centre => geography.SquareKm(place, centres[centre]))]++;
        }

        return
        [
            .. Share(forCentres, [.. served.Select(some => (some + 1L) * random.Between(70, 130))]),
            .. Share(total - forCentres, [.. Enumerable.Range(0, stores).Select(_ => (long)random.Between(50, 150))]),
        ];
    }

    private static IEnumerable<int> Share(long total, long[] weights)
    {
        var sum = weights.Sum();
        return weights.Select(weight => (int)Math.Max(1, ((total * weight) + (sum / 2)) / sum));
    }
}
