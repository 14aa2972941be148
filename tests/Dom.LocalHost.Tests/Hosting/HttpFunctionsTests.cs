using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using Dom.LocalHost.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Dom.LocalHost.Tests.Hosting;

public sealed class HttpFunctionsTests : IAsyncLifetime, IDisposable
{
    private readonly FunctionsHost _host = FunctionsHost.Create(HostBed.Options(typeof(Calls), typeof(InstanceCalls)) with
    {
        Middleware = [typeof(OuterMiddleware), typeof(InnerMiddleware)],
        ConfigureServices = services => services.AddScoped<Greeter>(),
        Links = [("/api/plain", "Plain & simple")],
    });

    private HttpClient? _http;

    private HttpClient Http => _http!;

    public async Task InitializeAsync() =>
        _http = new HttpClient { BaseAddress = await _host.StartAsync(CancellationToken.None) };

    public void Dispose() => _http?.Dispose();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("GET", "api/plain", "plain")]
    [InlineData("GET", "api/action", "{\"name\":\"action\"}")]
    [InlineData("GET", "api/items/7/of/a%20b", "7 a b")]
    [InlineData("GET", "api/items", "none")]
    [InlineData("GET", "api/instance", "hello")]
    [InlineData("DELETE", "api/plain", "deleted")]
    [InlineData("GET", "api/middleware", "outer inner True httpTrigger")]
    public async Task A_function_answers_at_its_route(string method, string path, string expected)
    {
        using var request = new HttpRequestMessage(new(method), path);

        using var answer = await Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, expected), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("POST", "api/plain", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "api/items/x/of/y", HttpStatusCode.NotFound)]
    [InlineData("GET", "api/guid/x", HttpStatusCode.BadRequest)]
    [InlineData("GET", "api/refused", HttpStatusCode.Forbidden)]
    [InlineData("GET", "api/keyed", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "api/keyed?code=wrong", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "api/keyed?code=host-key", HttpStatusCode.OK)]
    public async Task A_call_that_does_not_fit_is_refused(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new(method), path);

        using var answer = await Http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "api/nothing", 404, "There is nothing at /api/nothing.")]
    [InlineData("POST", "api/plain", 405, "POST is not possible on /api/plain; allowed is ")]
    public async Task A_call_without_a_function_answers_a_problem(string method, string path, int status, string said)
    {
        using var request = new HttpRequestMessage(new(method), path);

        using var answer = await Http.SendAsync(request);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith(said, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_key_is_taken_from_the_header()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/keyed") { Headers = { { "x-functions-key", HostBed.Key } } };

        using var answer = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_failure_answers_a_problem_without_telling_more()
    {
        using var answer = await Http.GetAsync(new Uri("api/failing", UriKind.Relative));

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.Equal(500, JsonDocument.Parse(text).RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public void An_empty_host_key_is_refused()
    {
        var failure = Assert.Throws<LocalHostException>(
            () => FunctionsHost.Create(HostBed.Options(typeof(Calls)) with { HostKey = "" }));

        Assert.Contains("host key is empty", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_page_has_the_links()
    {
        var page = await Http.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.Contains("<a href=\"/api/plain\">Plain &amp; simple</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_the_option_that_changes_it()
    {
        await using var second = FunctionsHost.Create(HostBed.Options(typeof(Calls)) with { Port = Http.BaseAddress!.Port });

        var failure = await Assert.ThrowsAsync<LocalHostException>(() => second.StartAsync(CancellationToken.None));

        Assert.Contains("--port", failure.Message, StringComparison.Ordinal);
    }

    [SuppressMessage("Style", "IDE0060:Remove unused parameter", Justification = "The parameter is the trigger.")]
    internal static class Calls
    {
        [Function("Plain")]
        public static IResult Plain([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plain")] HttpRequest request) =>
            Results.Text("plain");

        [Function("Delete")]
        public static async Task<IResult> DeleteAsync(
            [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "plain")] HttpRequest request, CancellationToken cancellation)
        {
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
            return Results.Text("deleted");
        }

        [Function("action")]
        public static Task<IActionResult> Action([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Task.FromResult<IActionResult>(new OkObjectResult(new { Name = "action" }));

        [Function("Item")]
        public static ValueTask<IResult> Item(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{number:int}/of/{owner}")] HttpRequest request,
            int number,
            string owner) => ValueTask.FromResult(Results.Text($"{number} {owner}"));

        [Function("Optional")]
        public static IResult Optional(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{number?}")] HttpRequest request, long? number) =>
            Results.Text(number is null ? "none" : "some");

        [Function("Guid")]
        public static IResult ByGuid(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "guid/{id}")] HttpRequest request, Guid id) =>
            Results.Text(id.ToString());

        [Function("Keyed")]
        public static IResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyed")] HttpRequest request) =>
            Results.Ok();

        [Function("Failing")]
        public static IResult Failing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "failing")] HttpRequest request) =>
            throw new InvalidOperationException("secret");

        [Function("Refused")]
        public static IResult Refused([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "refused")] HttpRequest request) =>
            Results.Ok();

        [Function("Middleware")]
        public static IResult Middleware(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "middleware")] HttpRequest request, FunctionContext context) =>
            Results.Text(
                $"{context.Items["order"]} {ReferenceEquals(context.GetHttpContext(), request.HttpContext)} "
                + context.FunctionDefinition.InputBindings.Values.Single().Type);
    }

    [SuppressMessage("Style", "IDE0060:Remove unused parameter", Justification = "The parameter is the trigger.")]
    internal sealed class InstanceCalls(Greeter greeter)
    {
        [Function("Instance")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "instance")] HttpRequest request) =>
            Results.Text(greeter.Greeting);
    }

    internal sealed class Greeter
    {
        public string Greeting { get; } = "hello";
    }

    internal sealed class OuterMiddleware : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.Items["order"] = "outer";
            return next(context);
        }
    }

    internal sealed class InnerMiddleware(Greeter greeter) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            Assert.NotNull(greeter);
            await Task.Yield();
            context.Items["order"] += " inner";
            if (context.FunctionDefinition.Name == "Refused")
            {
                context.GetHttpContext()!.Response.StatusCode = 403;
                return;
            }

            await next(context);
        }
    }
}
