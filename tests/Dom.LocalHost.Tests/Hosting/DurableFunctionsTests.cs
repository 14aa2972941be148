using System.Text.Json;
using Dom.LocalHost.Hosting;
using Dom.LocalHost.Hosting.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Dom.LocalHost.Tests.Hosting;

public sealed class DurableFunctionsTests : IAsyncLifetime
{
    private readonly FunctionsHost _host = FunctionsHost.Create(
        HostBed.Options(typeof(Flow)) with { ConfigureServices = services => services.AddScoped<Rate>() });

    private DurableFunctions Durable => _host.Durable;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_orchestrator_gets_its_context_and_its_input()
    {
        var context = new Mock<TaskOrchestrationContext>();
        context.Setup(c => c.GetInput<Order>()).Returns(new Order("W-1", 2));
        context.Setup(c => c.InstanceId).Returns("instance");

        var output = await Durable.Orchestrators()["FulfillOrder"](context.Object);

        Assert.Equal("W-1 instance", output);
    }

    [Fact]
    public async Task An_activity_gets_its_input_its_services_and_the_token()
    {
        using var stop = new CancellationTokenSource();

        var result = await Durable.Activities()["Price"]("instance", "{\"ORDERID\":\"W-1\",\"Quantity\":3}", stop.Token);

        Assert.Equal(("W-1", 30, "instance", true), result);
    }

    [Fact]
    public async Task An_activity_without_input_gets_null_and_without_result_gives_null()
    {
        var result = await Durable.Activities()["Nothing"]("instance", null, CancellationToken.None);

        Assert.Null(result);
    }

    [Fact]
    public async Task An_input_that_does_not_fit_names_the_activity()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Durable.Activities()["Price"]("instance", "[]", CancellationToken.None));

        Assert.IsType<JsonException>(failure.InnerException);
        Assert.Contains("'Price'", failure.Message, StringComparison.Ordinal);
    }

    internal sealed record Order(string OrderId, int Quantity);

    internal sealed class Rate
    {
        public int PerUnit { get; } = 10;
    }

    internal sealed class Flow(Rate rate)
    {
        [Function("FulfillOrder")]
        public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, Order order)
        {
            await Task.CompletedTask;
            return $"{order.OrderId} {context.InstanceId}";
        }

        [Function("PriceActivity")]
        public async Task<(string, int, string, bool)> PriceAsync(
            [ActivityTrigger(Activity = "Price")] Order order, FunctionContext context, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var instance = (string)context.BindingContext.BindingData["instanceId"]!;
            return (order.OrderId, order.Quantity * rate.PerUnit, instance, cancellationToken.CanBeCanceled);
        }

        [Function("Nothing")]
        public static Task NothingAsync([ActivityTrigger] string? input)
        {
            Assert.Null(input);
            return Task.CompletedTask;
        }
    }
}
