using System.Text;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Fulfillment;
using Dom.Functions.Intake;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using DurableTask.Core.Exceptions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;

namespace Dom.Functions.Tests.Intake;

[Collection(SharedAzurite.Name)]
public sealed class ReceiveOrderTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Body = """
        {"orderId":"W-1","channel":"web","placedAt":"2026-11-21T10:00:00Z","currency":"USD",
         "lines":[{"lineId":"1","sku":"SKU-1","quantity":2,"mode":"pickup","pickupLocationId":"S1"}]}
        """;

    private readonly Mock<ServiceBusMessageActions> _actions = new();
    private FunctionsBed _bed = null!;

    public async Task InitializeAsync() => _bed = await FunctionsBed.StartAsync(azurite);

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task RunAsync_starts_a_new_order_once_ever_and_completes_its_message()
    {
        var message = Message(Body);

        await RunAsync(message);

        var started = Assert.Single(_bed.Durable.Started());
        Assert.Equal("W-1", started.InstanceId);
        _actions.Verify(actions => actions.CompleteMessageAsync(message, It.IsAny<CancellationToken>()), Times.Once);
        _actions.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task RunAsync_drops_the_same_order_posted_again()
    {
        await SaveAsync(Body);
        var message = Message(Body);

        await RunAsync(message);

        Assert.Empty(_bed.Durable.Started());
        _actions.Verify(actions => actions.CompleteMessageAsync(message, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task RunAsync_dead_letters_an_order_in_another_currency_than_its_profile_weighs_costs_in()
    {
        await _bed.ConfigureAsync(Network.Profile);
        var message = Message(Body.Replace("USD", "EUR", StringComparison.Ordinal));

        await RunAsync(message);

        Assert.Empty(_bed.Durable.Started());
        _actions.Verify(actions => actions.DeadLetterMessageAsync(
            message,
            null,
            "OrderInvalid",
            "1 fault: currency is 'EUR'; allowed is USD, the currency of profile 'default' that decides the order.",
            It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task RunAsync_dead_letters_an_order_that_was_posted_before_with_other_content()
    {
        await SaveAsync(Body);

        await RunAsync(Message(Body.Replace("\"quantity\":2", "\"quantity\":3", StringComparison.Ordinal)));

        Assert.Equal("OrderChanged", DeadLetter().Reason);
        Assert.Contains("orderId is 'W-1'", DeadLetter().Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"quantity\":2", "OrderDuplicate")]
    [InlineData("\"quantity\":3", "OrderChanged")]
    public async Task RunAsync_compares_with_an_order_that_has_started_and_is_not_stored_yet(string quantity, string expected)
    {
        var posted = Assert.IsType<OrderMessage.NewOrder>(OrderReader.Read(Encoding.UTF8.GetBytes(Body)));
        var input = new FulfillOrderInput { Received = new ReceivedOrder(posted.Order, posted.Fingerprint, A.Moment) };
        _bed.Durable.Knows("W-1", input: JsonSerializer.Serialize(input, DomJson.Options));
        RefuseStarts(new OrchestrationAlreadyExistsException("W-1 is there."));

        await RunAsync(Message(Body.Replace("\"quantity\":2", quantity, StringComparison.Ordinal)));

        Assert.Equal(expected == "OrderChanged" ? 1 : 0, _actions.Invocations.Count(call => call.Method.Name == "DeadLetterMessageAsync"));
        Assert.Equal(expected == "OrderChanged" ? 0 : 1, _actions.Invocations.Count(call => call.Method.Name == "CompleteMessageAsync"));
    }

    [Theory]
    [InlineData("{", "1 fault: ")]
    [InlineData("[]", "1 fault: ")]
    [InlineData("{}", "orderId")]
    [InlineData("\"\"", "1 fault: ")]
    public async Task RunAsync_dead_letters_what_is_no_order_and_says_what_is_wrong(string body, string expected)
    {
        await RunAsync(Message(body));

        Assert.Equal("OrderInvalid", DeadLetter().Reason);
        Assert.Contains(expected, DeadLetter().Description, StringComparison.Ordinal);
        Assert.Empty(_bed.Durable.Started());
    }

    [Fact]
    public async Task RunAsync_cuts_a_description_to_what_Service_Bus_stores()
    {
        var lines = string.Join(",", Enumerable.Repeat("{\"lineId\":\"1\",\"sku\":\"\",\"quantity\":-1,\"mode\":\"ship\"}", 400));

        await RunAsync(Message($"{{\"orderId\":\"W-1\",\"lines\":[{lines}]}}"));

        Assert.Equal(4096, DeadLetter().Description.Length);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Pending)]
    [InlineData(OrchestrationRuntimeStatus.Running)]
    public async Task RunAsync_tells_an_order_that_it_is_cancelled(OrchestrationRuntimeStatus status)
    {
        _bed.Durable.Knows("W-1", status);

        await RunAsync(Message("""{"orderId":"W-1","cancel":true}"""));

        Assert.Equal(OrderSignalKind.Cancel, Assert.IsType<OrderSignal>(Assert.Single(_bed.Durable.Raised("W-1"))).Kind);
        Assert.Single(_actions.Invocations, call => call.Method.Name == "CompleteMessageAsync");
    }

    [Fact]
    public async Task RunAsync_leaves_an_order_that_has_ended_as_it_is()
    {
        var progress = await SaveAsync(Body);
        await _bed.OrderSteps.RecordOrder(OrderFlow.Told(progress, new OrderSignal { Kind = OrderSignalKind.Cancel }), CancellationToken.None);

        await RunAsync(Message("""{"orderId":"W-1","cancel":true}"""));

        Assert.Empty(_bed.Durable.Raised("W-1"));
        Assert.Single(_actions.Invocations, call => call.Method.Name == "CompleteMessageAsync");
    }

    [Fact]
    public async Task RunAsync_puts_a_cancellation_that_overtook_its_order_back_for_later()
    {
        await RunAsync(Message("""{"orderId":"W-1","cancel":true}""", sequenceNumber: 7));

        var again = Assert.Single(_bed.Bus.To("orders"));
        Assert.Equal(A.Moment.AddSeconds(2), again.ScheduledEnqueueTime);
        Assert.Equal("again/7", again.MessageId);
        Assert.Single(_actions.Invocations, call => call.Method.Name == "CompleteMessageAsync");
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(4, 32)]
    public async Task RunAsync_waits_longer_each_time_a_cancellation_comes_too_early(int tries, int seconds)
    {
        await RunAsync(Message("""{"orderId":"W-1","cancel":true}""", tries: tries));

        Assert.Equal(A.Moment.AddSeconds(seconds), Assert.Single(_bed.Bus.To("orders")).ScheduledEnqueueTime);
    }

    [Fact]
    public async Task RunAsync_dead_letters_a_cancellation_of_an_order_that_never_came()
    {
        await RunAsync(Message("""{"orderId":"W-1","cancel":true}""", tries: 5));

        Assert.Empty(_bed.Bus.To("orders"));
        Assert.Equal("OrderUnknown", DeadLetter().Reason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("one")]
    public async Task RunAsync_takes_a_mark_of_tries_that_is_not_its_own_for_none(object? tries)
    {
        await RunAsync(Message("""{"orderId":"W-1","cancel":true}""", tries: tries, messageId: new string('m', 128)));

        Assert.Equal(A.Moment.AddSeconds(2), Assert.Single(_bed.Bus.To("orders")).ScheduledEnqueueTime);
    }

    [Fact]
    public async Task RunAsync_throws_what_passes_and_settles_nothing()
    {
        RefuseStarts(new TimeoutException("The hub does not answer."));

        await Assert.ThrowsAsync<TimeoutException>(() => RunAsync(Message(Body)));

        _actions.VerifyNoOtherCalls();
    }

    private Task<OrderProgress> SaveAsync(string body)
    {
        var posted = Assert.IsType<OrderMessage.NewOrder>(OrderReader.Read(Encoding.UTF8.GetBytes(body)));
        return _bed.OrderSteps.SaveOrder(new ReceivedOrder(posted.Order, posted.Fingerprint, A.Moment), CancellationToken.None);
    }

    private Task RunAsync(ServiceBusReceivedMessage message) =>
        _bed.Functions<ReceiveOrder>().RunAsync(message, _actions.Object, _bed.Durable.Object, CancellationToken.None);

    private void RefuseStarts(Exception refusal) => _bed.Durable
        .Setup(durable => durable.ScheduleNewOrchestrationInstanceAsync(
            It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<StartOrchestrationOptions?>(), It.IsAny<CancellationToken>()))
        .ThrowsAsync(refusal);

    private (string Reason, string Description) DeadLetter()
    {
        var call = Assert.Single(_actions.Invocations);
        Assert.Equal("DeadLetterMessageAsync", call.Method.Name);
        return ((string)call.Arguments[2]!, (string)call.Arguments[3]!);
    }

    private static ServiceBusReceivedMessage Message(string body, object? tries = null, long sequenceNumber = 1, string messageId = "m-1") =>
        ServiceBusModelFactory.ServiceBusReceivedMessage(
            body: new BinaryData(body),
            messageId: messageId,
            sequenceNumber: sequenceNumber,
            properties: tries is null ? null : new Dictionary<string, object> { ["dom-try"] = tries });
}
