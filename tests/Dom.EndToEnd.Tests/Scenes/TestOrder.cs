using System.Collections.Immutable;
using System.Text.Json;

namespace Dom.EndToEnd.Tests.Scenes;

/// <summary>An order as a channel posts it.</summary>
internal sealed record TestOrder(string OrderId, string Channel)
{
    public ImmutableArray<TestLine> Lines { get; init; } = [];

    public bool OnHold { get; init; }

    /// <summary>The order with another line. Line ids are 1, 2, 3.</summary>
    public TestOrder With(string sku, int quantity, string mode = "ship", string? pickupLocationId = null) =>
        this with { Lines = Lines.Add(new TestLine(FormattableString.Invariant($"{Lines.Length + 1}"), sku, quantity, mode, pickupLocationId)) };

    /// <summary>The message.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            OrderId,
            Channel,
            placedAt = "2026-11-21T10:00:00Z",
            currency = "USD",
            OnHold,
            destination = new { city = "Reno", region = "NV", postalCode = "89501", country = "US", latitude = 39.5296, longitude = -119.8138 },
            Lines,
        },
        JsonSerializerOptions.Web);
}

/// <summary>A line as a channel posts it.</summary>
internal sealed record TestLine(string LineId, string Sku, int Quantity, string Mode, string? PickupLocationId);
