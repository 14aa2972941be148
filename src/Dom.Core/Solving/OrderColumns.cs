namespace Dom.Core.Solving;

/// <summary>The orders of a problem, a column per property. The lines of order o are those from <c>LineStart[o]</c> up to, not including, <c>LineStart[o + 1]</c>.</summary>
public sealed class OrderColumns
{
    /// <summary>Stands for no limit of locations.</summary>
    public const int NoLimit = int.MaxValue;

    /// <summary>Their ids, unique.</summary>
    public required string[] Ids { get; init; }

    /// <summary>Latitudes of their destinations, degrees, WGS 84.</summary>
    public required double[] Latitude { get; init; }

    /// <summary>Longitudes of their destinations, degrees, WGS 84.</summary>
    public required double[] Longitude { get; init; }

    /// <summary>Most locations that may serve each, 0 or more; <see cref="NoLimit"/> for any number.</summary>
    public required int[] MaxLocations { get; init; }

    /// <summary>How far a location may lie, in kilometres; infinity for any distance.</summary>
    public required double[] MaxDistanceKm { get; init; }

    /// <summary>Whether every unit of the order is assigned, or none.</summary>
    public required bool[] ShipComplete { get; init; }

    /// <summary>Where each order's lines start; one more entry than there are orders.</summary>
    public required int[] LineStart { get; init; }
}
