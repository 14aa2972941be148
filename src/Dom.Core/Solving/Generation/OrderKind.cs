namespace Dom.Core.Solving.Generation;

/// <summary>A kind of generated order.</summary>
/// <param name="Percent">How many of a hundred orders are of the kind.</param>
/// <param name="Mode">How its parcels go.</param>
/// <param name="MaxLocations">Most locations that may serve it.</param>
/// <param name="MaxDistanceKm">How far a location may lie.</param>
/// <param name="ShipComplete">Whether it is served whole or not at all.</param>
/// <param name="Splittable">Whether its lines' units may come from several locations.</param>
internal sealed record OrderKind(int Percent, int Mode, int MaxLocations, double MaxDistanceKm, bool ShipComplete, bool Splittable)
{
    /// <summary>All kinds; their shares sum to 100.</summary>
    public static IReadOnlyList<OrderKind> All { get; } =
    [
        new(72, ParcelRates.Standard, 3, double.PositiveInfinity, false, false),
        new(12, ParcelRates.Standard, 3, double.PositiveInfinity, true, false),
        new(8, ParcelRates.Express, 2, 1600, false, false),
        new(4, ParcelRates.SameDay, 1, 60, false, false),
        new(4, ParcelRates.Standard, 3, double.PositiveInfinity, false, true),
    ];
}
