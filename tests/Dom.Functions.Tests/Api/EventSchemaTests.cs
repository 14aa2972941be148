using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Functions.Events;
using Dom.Functions.Tests.TestKit;

namespace Dom.Functions.Tests.Api;

/// <summary>The published schema of events against what is published.</summary>
public sealed class EventSchemaTests
{
    private static readonly JsonElement Schema = Repository.Json("docs/api/fulfillment-event.schema.json");

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
        string[] others = ["dom.order.received", "dom.order.sourced", "dom.line.exception", "dom.order.completed", "dom.order.cancelled"];

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
