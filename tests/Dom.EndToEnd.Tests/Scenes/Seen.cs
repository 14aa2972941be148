namespace Dom.EndToEnd.Tests.Scenes;

/// <summary>An order as the HTTP API shows it.</summary>
internal sealed record OrderSeen(
    string OrderId, string State, int Attempts, IReadOnlyList<LineSeen> Lines, IReadOnlyList<ShipmentSeen> Shipments)
{
    /// <summary>Whether nothing of it is open.</summary>
    public bool HasEnded => State is "completed" or "cancelled";
}

/// <summary>A line of an order as the HTTP API shows it.</summary>
internal sealed record LineSeen(
    string LineId, string Sku, int Quantity, string State, int Fulfilled, int Cancelled, int Refusals, IReadOnlyList<string> Locations,
    ExceptionSeen? Exception);

/// <summary>An exception as the HTTP API shows it.</summary>
internal sealed record ExceptionSeen(string Type, string Sentence);

/// <summary>A shipment as the HTTP API shows it.</summary>
internal sealed record ShipmentSeen(
    string ShipmentId, string OrderId, string LocationId, string State, bool IsWarned, IReadOnlyList<ShipmentLineSeen> Lines, string? Tracking,
    IReadOnlyList<string> PossibleActions);

/// <summary>A line of a shipment as the HTTP API shows it.</summary>
internal sealed record ShipmentLineSeen(string LineId, string Sku, int Quantity, int Offered, int Picked);

/// <summary>An entry of a timeline as the HTTP API shows it.</summary>
internal sealed record EntrySeen(
    string Id, string OrderId, string Type, string? ShipmentId, string? LocationId, string? By, string? Reason, string? Tracking,
    string? Sentence);

/// <summary>A stock level as the HTTP API shows it.</summary>
internal sealed record StockSeen(string Sku, string LocationId, int OnHand, int Held, int Available);

/// <summary>A page of a list as the HTTP API shows it.</summary>
internal sealed record PageSeen<T>(IReadOnlyList<T> Items, string? Next);
