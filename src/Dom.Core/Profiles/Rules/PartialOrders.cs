namespace Dom.Core.Profiles.Rules;

/// <summary>How far an order may be taken apart. Of several that hold, each one counts.</summary>
public sealed record PartialOrders : Rule
{
    /// <summary>Whether some lines may be fulfilled while others stay unassigned. Default yes.</summary>
    public bool Orders { get; init; } = true;

    /// <summary>Whether a line's units may come from several locations, or be fulfilled in part. Only with <see cref="Orders"/> and more than one location. Default no.</summary>
    public bool Lines { get; init; }

    /// <summary>Most locations that may fulfil an order, at one sourcing, 1 or more; none means any number.</summary>
    public int? MaximumLocations { get; init; }
}
