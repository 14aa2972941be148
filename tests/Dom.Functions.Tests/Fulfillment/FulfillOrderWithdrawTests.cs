using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Fulfillment;
using Dom.Tests;
using Microsoft.DurableTask;
using Moq;

namespace Dom.Functions.Tests.Fulfillment;

public sealed class FulfillOrderWithdrawTests
{
    private static readonly Order Order = An.Order().WithLine("1", 2);

    private readonly Mock<TaskOrchestrationContext> _context = new();
    private readonly TaskCompletionSource _timer = new();
    private readonly TaskCompletionSource<ShipmentResult> _shipment = new();

    public FulfillOrderWithdrawTests()
    {
        var plan = A.ShipmentPlan();
        _context.Setup(context => context.CallActivityAsync<OrderProgress>(nameof(OrderActivities.SaveOrder), It.IsAny<object>(), It.IsAny<TaskOptions>()))
            .ReturnsAsync(OrderProgress.Start(Order));
        _context.Setup(context => context.CallActivityAsync<SourcingResult>(nameof(OrderActivities.SourceOrder), It.IsAny<object>(), It.IsAny<TaskOptions>()))
            .ReturnsAsync(new SourcingResult { Attempt = 1, Shipments = [plan], Unassigned = [] });
        _context.Setup(context => context.CallActivityAsync(nameof(OrderActivities.RecordOrder), It.IsAny<object>(), It.IsAny<TaskOptions>()))
            .Returns(Task.CompletedTask);
        _context.Setup(context => context.CallSubOrchestratorAsync<ShipmentResult>(nameof(FulfillShipment), It.IsAny<object>(), It.IsAny<TaskOptions>()))
            .Returns(_shipment.Task);
        _context.Setup(context => context.CreateTimer(It.IsAny<DateTime>(), It.IsAny<CancellationToken>())).Returns(_timer.Task);
    }

    [Fact]
    public void RunAsync_tells_no_shipment_anything_in_the_episode_that_starts_it()
    {
        Signals(Payload(new OrderSignal { Kind = OrderSignalKind.Cancel }));

        var run = FulfillOrder.RunAsync(_context.Object, Input());

        Assert.False(run.IsCompleted);
        VerifyStarted();
        VerifyWithdrawn(Times.Never());

        _timer.SetResult();

        VerifyWithdrawn(Times.Once());
    }

    [Fact]
    public void RunAsync_passes_over_an_event_without_a_payload()
    {
        Signals(null, Payload(new OrderSignal { Kind = OrderSignalKind.Cancel }));
        _timer.SetResult();

        var run = FulfillOrder.RunAsync(_context.Object, Input());

        Assert.False(run.IsCompleted);
        VerifyWithdrawn(Times.Once());
    }

    private static FulfillOrderInput Input() => new() { Received = new ReceivedOrder(Order, "fingerprint", A.Moment) };

    private static JsonElement? Payload(OrderSignal signal) => JsonSerializer.SerializeToElement(signal, DomJson.Options);

    private void Signals(params JsonElement?[] payloads)
    {
        var waits = _context.SetupSequence(context => context.WaitForExternalEvent<JsonElement?>(OrderSignal.EventName, It.IsAny<CancellationToken>()));
        foreach (var payload in payloads)
        {
            waits = waits.ReturnsAsync(payload);
        }

        waits.Returns(new TaskCompletionSource<JsonElement?>().Task);
    }

    private void VerifyStarted() => _context.Verify(
        context => context.CallSubOrchestratorAsync<ShipmentResult>(nameof(FulfillShipment), It.IsAny<object>(), It.IsAny<TaskOptions>()), Times.Once);

    private void VerifyWithdrawn(Times times) => _context.Verify(
        context => context.SendEvent("W-1001~1.1", ShipmentSignal.EventName, new ShipmentSignal { IsWithdrawn = true }), times);
}
