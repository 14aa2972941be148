using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dom.Core.Catalogue;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Sourcing;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

public sealed class RoundTripTests
{
    private static readonly ShipmentReturn Return = new()
    {
        ShipmentId = ShipmentId.From("W-1001~1.1"),
        Entry = 2,
        Reason = "notFound",
        Lines = A.Quantities(("1", 1)),
        At = A.Moment,
        AskAgainAt = A.Moment.AddHours(1),
    };

    private static readonly OpenShipment Open = new()
    {
        ShipmentId = ShipmentId.From("W-1001~2.1"),
        LocationId = new LocationId("S1"),
        MaxRejects = 5,
        CountedReturns = [1, 2],
        IsRecalled = true,
        IsWithdrawAsked = true,
    };

    private static readonly OrderMove Move = new()
    {
        Attempt = 2,
        Shipments = [ShipmentId.From("W-1001~2.1")],
        Lines = [new PlannedLine(new LineId("1"), new LocationId("S3"))],
        SourcedFrom = A.Moment,
    };

    private static readonly LineProgress Line = new()
    {
        LineId = new LineId("1"),
        Quantity = 10,
        ToSource = 1,
        InFulfillment = 2,
        Fulfilled = 3,
        Cancelled = 4,
        Refusals = 5,
        RefusedBy = [new LocationId("S1"), new LocationId("S2")],
        RefusedAt = [new LineRefusal(new LocationId("S1"), A.Moment, A.Moment.AddHours(1))],
        PlannedAt = [new LocationId("S3")],
        Exception = LineException.MaximumRejects(5),
    };

    private static readonly ShipmentTerms Terms = new()
    {
        IsWholeOnly = true,
        ReroutesCollateral = true,
        UncountedReasons = ["closed"],
        ReasonsWithoutCoolingOff = ["closed"],
        CoolOffAfterReject = TimeSpan.FromHours(1),
        CoolOffAfterExpiry = TimeSpan.FromHours(2),
    };

    private static readonly ShipmentPlan Plan = A.ShipmentPlan(("1", 2)) with
    {
        Kind = DeliveryKind.Ship,
        CapacityDay = new DateOnly(2026, 11, 21),
        Categories = ImmutableDictionary<Sku, CategoryPath>.Empty.Add(new("SKU-1"), new("toys")),
    };

    private static readonly object[] Samples =
    [
        A.Quantities(("1", 2))[0],
        LineException.MaximumRejects(5) with { Wakes = true },
        Line,
        Line.RefusedAt[0],
        Open,
        Return,
        new OrderProgress { OrderId = new OrderId("W-1001"), Attempt = 2, IsOnHold = true, IsCancelling = true, IsRecorded = true, Lines = [Line], Shipments = [Open], EndedShipments = [Open], Requests = [new OrderRequest("r1", OrderSignalKind.Hold)], Move = Move, SourcedFrom = A.Moment },
        new OrderSignal { Kind = OrderSignalKind.ShipmentReturned, Return = Return, Move = Move, RequestId = "r1" },
        Move,
        Move.Lines[0],
        new OrderRequest("r1", OrderSignalKind.Hold),
        Shipment(),
        Terms,
        Shipment().Lines[0] with { Category = new("toys") },
        new OfferTerms { AcceptBy = A.Moment, WarnAt = A.Moment, EndsAtClosing = true, IsAutoAccepted = true },
        Shipment().History[^1],
        A.Command(ShipmentAction.Pick, ("1", 1)) with { RequestId = "r1", By = "kim", Reason = "notFound", Tracking = "1Z999", Skus = [new Sku("SKU-1")] },
        Plan,
        ShipmentResult.Of(Shipment().After(ShipmentAction.Ship)),
        new SourcingResult { Attempt = 1, Shipments = [Plan], Unassigned = [new UnassignedLine(new LineId("2"), 1, UnassignedReason.NoStock, "None is left.")] },
    ];

    public static TheoryData<Type> Records() =>
    [
        .. typeof(OrderFlow).Assembly.GetExportedTypes().Where(type =>
            type.Namespace == typeof(OrderFlow).Namespace
            && type is { IsNested: false, IsAbstract: false, IsEnum: false }
            && type != typeof(ShipmentId)),
    ];

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_record_of_fulfillment_comes_back_from_JSON(Type record)
    {
        var sample = Samples.Single(item => item.GetType() == record);

        var json = JsonSerializer.Serialize(sample, record, DomJson.Options);
        var again = JsonSerializer.Deserialize(json, record, DomJson.Options);

        Assert.Equal(json, JsonSerializer.Serialize(again, record, DomJson.Options));
        Assert.Equal(
            record.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal),
            JsonNode.Parse(json)!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(record.GetProperties(), property => IsDefault(property.GetValue(again)));
    }

    [Fact]
    public void A_flow_goes_on_from_JSON_as_if_nothing_had_happened()
    {
        var order = An.Order().WithLine("SKU-1", 2).Start().SourcedTo("S1", ("1", 2));
        var result = order.End(ShipmentState.Rejected, order.Return(1, "other", ("1", 2)));

        var again = JsonSerializer.Deserialize<OrderProgress>(JsonSerializer.Serialize(order, DomJson.Options), DomJson.Options)!;

        Assert.Equal(
            JsonSerializer.Serialize(OrderFlow.Ended(order, result), DomJson.Options),
            JsonSerializer.Serialize(OrderFlow.Ended(again, result), DomJson.Options));
    }

    // What a sample leaves at its default would come back whether or not it was written. Enumerations begin at a meaning of their own.
    private static bool IsDefault(object? value) => value is null or false or 0 or "";

    private static Shipment Shipment() => Offer()
        .After(A.Command(ShipmentAction.Accept, ("1", 2)) with { Tracking = "1Z999" })
        .After(A.Command(ShipmentAction.Pick, ("1", 1)) with { Reason = "notFound", RequestId = "r1", By = "kim" });

    private static Shipment Offer() => A.Shipment(("1", 3)) with
    {
        Kind = DeliveryKind.Ship,
        CapacityDay = new DateOnly(2026, 11, 21),
        WarnAt = A.Moment,
        EndsAtClosing = true,
        Terms = Terms with { IsWholeOnly = false },
    };
}
