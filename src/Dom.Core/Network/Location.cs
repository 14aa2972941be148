using System.Collections.Immutable;

namespace Dom.Core.Network;

/// <summary>A place that can fulfil orders.</summary>
public sealed record Location
{
    /// <summary>Its identifier.</summary>
    public required LocationId LocationId { get; init; }

    /// <summary>Its name, as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>Store, warehouse or distribution centre.</summary>
    public required LocationType Type { get; init; }

    /// <summary>Where it lies.</summary>
    public required GeoPoint Position { get; init; }

    /// <summary>IANA name of its time zone, such as <c>America/Los_Angeles</c>. Default UTC.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The delivery modes that it offers.</summary>
    public ImmutableArray<DeliveryMode> Modes { get; init; } = [];

    /// <summary>The location groups that it belongs to.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>When it works; none means around the clock.</summary>
    public WorkCalendar? Calendar { get; init; }

    /// <summary>How many orders it takes on a day of its own time zone; none means no limit.</summary>
    public int? OrdersPerDay { get; init; }

    /// <summary>How many order lines it takes on such a day; none means no limit.</summary>
    public int? LinesPerDay { get; init; }

    /// <summary>How many units it takes on such a day; none means no limit.</summary>
    public int? UnitsPerDay { get; init; }

    /// <summary>Whether it takes orders at all.</summary>
    public bool IsActive { get; init; } = true;
}
