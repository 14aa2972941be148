using Dom.Core.Network;

namespace Dom.Core.Solving;

/// <summary>The locations of a problem, a column per property, all of one length.</summary>
public sealed class LocationColumns
{
    /// <summary>Stands for no limit of orders.</summary>
    public const int NoLimit = int.MaxValue;

    /// <summary>Their ids, unique.</summary>
    public required string[] Ids { get; init; }

    /// <summary>Store, warehouse or distribution centre.</summary>
    public required LocationType[] Types { get; init; }

    /// <summary>Latitudes, degrees, WGS 84.</summary>
    public required double[] Latitude { get; init; }

    /// <summary>Longitudes, degrees, WGS 84.</summary>
    public required double[] Longitude { get; init; }

    /// <summary>The modes that each supports: bit m stands for mode m.</summary>
    public required ulong[] Modes { get; init; }

    /// <summary>Orders that each may still take, 0 or more; <see cref="NoLimit"/> where nothing limits them.</summary>
    public required int[] MaxOrders { get; init; }

    /// <summary>What each parcel that it sends costs besides its rate, 0 or more.</summary>
    public required int[] ParcelCost { get; init; }

    /// <summary>What each unit that it handles costs, 0 or more.</summary>
    public required int[] UnitCost { get; init; }
}
