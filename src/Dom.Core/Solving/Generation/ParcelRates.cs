using System.Collections.Immutable;

namespace Dom.Core.Solving.Generation;

/// <summary>
/// What parcels cost in generated problems, in cents: 8 zones by 12 bands of weight for each of three modes. A cost is a base, so much per zone, and so much
/// per pound, the more the farther: the shape and the level of US commercial rates for ground parcels, two-day air and couriers of a city; no carrier's price list.
/// </summary>
/// <remarks>Source: the zones of the first two are those of the US Postal Service, by miles: 50, 150, 300, 600, 1,000, 1,400, 1,800 (Domestic Mail Manual 608.9).</remarks>
internal static class ParcelRates
{
    /// <summary>Index of standard parcels, by ground.</summary>
    public const int Standard = 0;

    /// <summary>Index of parcels by air.</summary>
    public const int Express = 1;

    /// <summary>Index of parcels by a courier of the city.</summary>
    public const int SameDay = 2;

    // Pounds of 453.592 g, rounded down; the last is 70 pounds, the most that a carrier takes as a parcel.
    private static readonly int[] Pounds = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 70];
    private static readonly double[] PostalZonesKm = [80, 241, 483, 966, 1609, 2253, 2897, double.PositiveInfinity];
    private static readonly double[] CityZonesKm = [5, 10, 15, 20, 30, 40, 50, 60];

    /// <summary>The rates of the three modes.</summary>
    public static ImmutableArray<ModeRates> All { get; } =
    [
        Create("standard", PostalZonesKm, (zone, pounds) => 520 + (30 * zone) + (pounds * (18 + (5 * zone)))),
        Create("express", PostalZonesKm, (zone, pounds) => 1100 + (110 * zone) + (pounds * (50 + (25 * zone)))),
        Create("sameday", CityZonesKm, (zone, pounds) => 700 + (110 * zone) + (pounds * 15)),
    ];

    private static ModeRates Create(string name, double[] zones, Func<int, int, int> cost) => new()
    {
        Name = name,
        ZoneKm = zones,
        BandGrams = [.. Pounds.Select(pounds => pounds * 453_592L / 1000)],
        Cost = [.. from zone in Enumerable.Range(0, zones.Length) from pounds in Pounds select cost(zone, pounds)],
    };
}
