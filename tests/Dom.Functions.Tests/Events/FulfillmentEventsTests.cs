using System.Text.Json;
using Dom.Core.Orders;
using Dom.Functions.Events;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Tests.Events;

public sealed class FulfillmentEventsTests
{
    private readonly SentMessages _bus = new(new CrashPoint());

    [Fact]
    public async Task PublishAsync_sends_a_cloud_event()
    {
        await PublishAsync(Entry("W-1", "1.sourced"));

        var message = Assert.Single(_bus.To("fulfillment-events"));
        var sent = JsonSerializer.Deserialize<JsonElement>(message.Body);
        Assert.Equal(("W-1/1.sourced", "application/cloudevents+json"), (message.MessageId, message.ContentType));
        Assert.Equal(("1.0", "W-1/1.sourced", "/dom"), (Text(sent, "specversion"), Text(sent, "id"), Text(sent, "source")));
        Assert.Equal(("dom.order.sourced", "W-1"), (Text(sent, "type"), Text(sent, "subject")));
        Assert.Equal(A.Moment, sent.GetProperty("time").GetDateTimeOffset());
        Assert.Equal("W-1", sent.GetProperty("data").GetProperty("orderId").GetString());
    }

    [Fact]
    public async Task PublishAsync_names_a_message_within_what_Service_Bus_takes()
    {
        var order = new string('W', 64);
        var line = new string('L', 64);

        await PublishAsync(Entry(order, $"1.exception.{line}.noStock"), Entry(order, $"2.exception.{line}.noStock"));

        var ids = _bus.To("fulfillment-events").Select(message => message.MessageId).ToList();
        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(ids, id => Assert.InRange(id.Length, 1, 128));
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private async Task PublishAsync(params TimelineEntry[] entries)
    {
        await using var events = new FulfillmentEvents(_bus.Client, Options.Create(new DomOptions()));
        await events.PublishAsync(entries, CancellationToken.None);
    }

    private static TimelineEntry Entry(string orderId, string id) =>
        new() { Id = id, OrderId = new OrderId(orderId), Type = "dom.order.sourced", At = A.Moment };
}
