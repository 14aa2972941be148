using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Tests.Hosting;

public sealed class FunctionCatalogTests
{
    [Theory]
    [InlineData(typeof(Twice), "'Same' is the name of")]
    [InlineData(typeof(NoTrigger), "'NoTrigger' has no trigger")]
    [InlineData(typeof(TwoTriggers), "'TwoTriggers' has 2 triggers (a, b)")]
    [InlineData(typeof(PocoResult), "'PocoResult' returns String, which the worker would not write")]
    [InlineData(typeof(NoLevel), "'NoLevel' names HTTP methods but no authorization level")]
    [InlineData(typeof(WrongClient), "parameter 'client' is a Object; allowed is DurableTaskClient")]
    [InlineData(typeof(WrongContext), "parameter 'context' is a Object; allowed is TaskOrchestrationContext")]
    [InlineData(typeof(InterfaceInput), "one input of a concrete type")]
    [InlineData(typeof(UnknownParameter), "parameter 'other' is a Int32")]
    [InlineData(typeof(WrongMessage), "parameter 'message' is a String; allowed is ServiceBusReceivedMessage")]
    [InlineData(typeof(Batched), "batches or sessions")]
    [InlineData(typeof(AsyncVoid), "is async void")]
    [InlineData(typeof(Uncreatable), "cannot be created")]
    public void Of_refuses_what_would_fail_in_the_real_worker(Type functions, string said)
    {
        var fault = HostBed.Fault(functions);

        Assert.Contains(said, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_tells_every_fault_at_once()
    {
        var fault = HostBed.Fault(typeof(NoTrigger), typeof(PocoResult));

        Assert.Contains("'NoTrigger'", fault, StringComparison.Ordinal);
        Assert.Contains("'PocoResult'", fault, StringComparison.Ordinal);
    }

    private static class Twice
    {
        [Function("Same")]
        public static void One([TimerTrigger("* * * * * *")] TimerInfo timer) => _ = timer;

        [Function("same")]
        public static void Two([TimerTrigger("* * * * * *")] TimerInfo timer) => _ = timer;
    }

    private static class NoTrigger
    {
        [Function("NoTrigger")]
        public static void Run(FunctionContext context) => _ = context;
    }

    private static class TwoTriggers
    {
        [Function("TwoTriggers")]
        public static void Run([TimerTrigger("* * * * * *")] TimerInfo a, [TimerTrigger("* * * * * *")] TimerInfo b) => _ = (a, b);
    }

    private static class PocoResult
    {
        [Function("PocoResult")]
        public static Task<string> Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Task.FromResult(request.Path.ToString());
    }

    private static class NoLevel
    {
        [Function("NoLevel")]
        public static IResult Run([HttpTrigger("get")] HttpRequest request) => Results.Text(request.Path);
    }

    private static class WrongClient
    {
        [Function("WrongClient")]
        public static void Run([TimerTrigger("* * * * * *")] TimerInfo timer, [DurableClient] object client) => _ = (timer, client);
    }

    private static class WrongContext
    {
        [Function("WrongContext")]
        public static void Run([OrchestrationTrigger] object context) => _ = context;
    }

    private static class InterfaceInput
    {
        [Function("InterfaceInput")]
        public static void Run([OrchestrationTrigger] TaskOrchestrationContext context, IReadOnlyList<int> input) =>
            _ = (context, input);
    }

    private static class UnknownParameter
    {
        [Function("UnknownParameter")]
        public static void Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{id}")] HttpRequest request,
            int id,
            int other,
            [DurableClient] DurableTaskClient client) => _ = (request, id, other, client);
    }

    private static class WrongMessage
    {
        [Function("WrongMessage")]
        public static void Run([ServiceBusTrigger("orders")] string message) => _ = message;
    }

    private static class Batched
    {
        [Function("Batched")]
        public static void Run([ServiceBusTrigger("orders", IsBatched = true)] ServiceBusReceivedMessage message) => _ = message;
    }

    private static class AsyncVoid
    {
        [Function("AsyncVoid")]
        public static async void Run([TimerTrigger("* * * * * *")] TimerInfo timer) => await Task.FromResult(timer);
    }

    private abstract class Uncreatable
    {
        [Function("Uncreatable")]
        public void Run([TimerTrigger("* * * * * *")] TimerInfo timer) => _ = (this, timer);
    }
}
