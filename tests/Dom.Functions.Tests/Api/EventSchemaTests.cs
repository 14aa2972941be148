using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Events;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Tests.Api;

/// <summary>The published schema of events against what is published.</summary>
public sealed class EventSchemaTests
{
    private static readonly JsonElement Schema = Repository.Json("docs/api/fulfillment-event.schema.json");

    [Fact]
    public async Task An_event_has_the_members_that_are_said()
    {
        var bus = new SentMessages(new CrashPoint());
        await using var events = new FulfillmentEvents(bus.Client, Options.Create(new DomOptions()));

        await events.PublishAsync([new TimelineEntry { Id = "received", OrderId = new OrderId("W-1"), Type = "dom.order.received", At = A.Moment }], CancellationToken.None);

        var sent = JsonSerializer.Deserialize<JsonElement>(Assert.Single(bus.To("fulfillment-events")).Body);
        Assert.Equal(Schema.GetProperty("properties").Names(), sent.Names());
        Assert.Equal(Schema.GetProperty("required").Texts(), sent.Names());
        Assert.Equal(
            [sent.Text("specversion"), sent.Text("source"), sent.Text("datacontenttype")],
            [Schema.Text("properties", "specversion", "const"), Schema.Text("properties", "source", "const"), Schema.Text("properties", "datacontenttype", "const")]);
    }

    [Fact]
    public void The_data_has_the_members_of_an_entry()
    {
        var members = DomJson.Options.GetTypeInfo(typeof(TimelineEntry)).Properties;
        var data = Schema.At("properties", "data");

        Assert.Equal(members.Select(member => member.Name).Order(StringComparer.Ordinal), data.GetProperty("properties").Names());
        Assert.Equal(members.Where(member => member.IsRequired).Select(member => member.Name).Order(StringComparer.Ordinal), data.GetProperty("required").Texts());
    }

    [Fact]
    public void The_types_are_those_that_happen()
    {
        var shipments = Enum.GetNames<ShipmentState>().Select(state => "dom.shipment." + JsonNamingPolicy.CamelCase.ConvertName(state));
        string[] others = ["dom.order.received", "dom.order.sourced", "dom.shipment.warned", "dom.line.exception", "dom.order.completed", "dom.order.cancelled"];

        Assert.Equal(shipments.Concat(others).Order(StringComparer.Ordinal), Schema.At("properties", "type", "enum").Texts());
        Assert.Equal(Schema.At("properties", "type", "enum").Texts(), Schema.At("properties", "data", "properties", "type", "enum").Texts());
    }

    [Fact]
    public void The_API_tells_the_same()
    {
        var entry = Repository.Json("docs/api/openapi.json").At("components", "schemas", "TimelineEntry");

        Assert.True(JsonElement.DeepEquals(Schema.At("properties", "data", "properties"), entry.GetProperty("properties")));
    }
}
