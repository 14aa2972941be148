namespace Dom.Core.Network;

/// <summary>What kind of place a location is.</summary>
public enum LocationType
{
    /// <summary>A shop with customers in it, which also fulfils orders.</summary>
    Store,

    /// <summary>A place that holds stock only.</summary>
    Warehouse,

    /// <summary>A distribution centre: holds stock deep and serves a region.</summary>
    Dc,
}
