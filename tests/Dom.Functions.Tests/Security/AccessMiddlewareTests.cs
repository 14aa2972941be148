using Dom.Functions.Security;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Moq;

namespace Dom.Functions.Tests.Security;

[Collection(SharedAzurite.Name)]
public sealed class AccessMiddlewareTests(AzuriteFixture azurite) : IAsyncLifetime
{
    // Channel, store, operator, viewer: 200 is let in, 403 may know of it, 404 may not.
    private static readonly Dictionary<string, int[]> Expected = new()
    {
        ["Live"] = [200, 200, 200, 200],
        ["Ready"] = [200, 200, 200, 200],
        ["OpenApi"] = [200, 200, 200, 200],
        ["PostOrder"] = [200, 404, 200, 403],
        ["GetOrder"] = [200, 404, 200, 200],
        ["CancelOrder"] = [200, 404, 200, 403],
        ["HoldOrder"] = [403, 404, 200, 403],
        ["ReleaseOrder"] = [403, 404, 200, 403],
        ["GetTimeline"] = [404, 404, 200, 200],
        ["GetDecisions"] = [404, 404, 200, 200],
        ["GetStock"] = [404, 404, 200, 200],
        ["PutStock"] = [404, 404, 200, 403],
        ["GetProducts"] = [404, 404, 200, 200],
        ["PutProducts"] = [404, 404, 200, 403],
        ["GetLocation"] = [404, 200, 200, 200],
        ["PutLocation"] = [404, 403, 200, 403],
        ["ListShipments"] = [404, 200, 200, 200],
        ["GetShipment"] = [404, 200, 200, 200],
        ["ActOnShipment"] = [404, 200, 403, 403],
        ["GetProfileSchema"] = [404, 404, 200, 200],
        ["ListProfiles"] = [404, 404, 200, 200],
        ["GetProfileVersion"] = [404, 404, 200, 200],
        ["GetProfileDiff"] = [404, 404, 200, 200],
        ["GetProfileDraft"] = [404, 404, 200, 200],
        ["LintProfileDraft"] = [404, 404, 200, 200],
        ["PutProfileDraft"] = [404, 404, 200, 403],
        ["PublishProfile"] = [404, 404, 200, 403],
        ["RollBackProfile"] = [404, 404, 200, 403],
        ["RetireProfile"] = [404, 404, 200, 403],
        ["PostWave"] = [404, 404, 200, 403],
    };

    private FunctionsBed _bed = null!;
    private AccessMiddleware _middleware = null!;

    public static TheoryData<string, Role, int> Cases()
    {
        var cases = new TheoryData<string, Role, int>();
        foreach (var function in HttpFunctionList.All())
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                // A function that is not in the table yet fails here, so that somebody decides who may call it.
                cases.Add(function.Name, role, Expected.TryGetValue(function.Name, out var row) ? row[(int)role] : -1);
            }
        }

        return cases;
    }

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        _middleware = Middleware(isEasyAuth: false);
        foreach (var role in Enum.GetValues<Role>())
        {
            await _bed.Get<ClientKeyStore>().AddAsync(role.ToString(), new Caller(role.ToString(), role, ["*"]), CancellationToken.None);
        }
    }

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Invoke_lets_each_role_in_where_it_belongs(string function, Role role, int expected)
    {
        var call = new HttpCall().With("Authorization", $"Bearer {role}");

        var isIn = await InvokeAsync(call, function);

        Assert.Equal(expected, isIn ? 200 : call.Status);
        Assert.Equal(isIn, call.Body.Length == 0);
    }

    [Theory]
    [InlineData("", 401)]
    [InlineData("Bearer nobody", 401)]
    [InlineData("Basic Operator", 401)]
    [InlineData("Bearer", 401)]
    [InlineData("bearer  Operator ", 200)]
    public async Task Invoke_wants_a_key_that_is_in_force(string header, int expected)
    {
        var call = new HttpCall().With("Authorization", header);

        var isIn = await InvokeAsync(call, "GetStock");

        Assert.Equal(expected, isIn ? 200 : call.Status);
        Assert.Equal(expected == 401 ? "Bearer" : "", call.Context.Response.Headers.WWWAuthenticate.ToString());
    }

    [Fact]
    public async Task Invoke_takes_a_key_from_its_own_header_too()
    {
        var call = new HttpCall().With("Authorization", "Bearer token-of-somebody-else").With(AccessMiddleware.KeyHeader, "Operator");

        Assert.True(await InvokeAsync(call, "GetStock"));
    }

    [Theory]
    [InlineData(true, "operator", 200)]
    [InlineData(true, "viewer", 200)]
    [InlineData(true, "channel", 404)]
    [InlineData(true, "nothing", 401)]
    [InlineData(false, "operator", 401)]
    public async Task Invoke_trusts_Easy_Auth_only_where_it_stands(bool isEasyAuth, string role, int expected)
    {
        _middleware = Middleware(isEasyAuth);
        var call = new HttpCall().With(EntraPrincipal.Header, EasyAuth.Header(("oid", "o-1"), ("roles", role)));

        var isIn = await InvokeAsync(call, "GetStock");

        Assert.Equal(expected, isIn ? 200 : call.Status);
    }

    [Fact]
    public async Task Invoke_gives_an_Entra_store_the_locations_noted_for_it()
    {
        _middleware = Middleware(isEasyAuth: true);
        await _bed.Get<StorePrincipals>().PutAsync("o-1", new Caller("Reno", Role.Store, ["store-reno"]), CancellationToken.None);
        var known = new HttpCall().With(EntraPrincipal.Header, EasyAuth.Header(("oid", "o-1"), ("roles", "store"), ("name", "Ann")));
        var unknown = new HttpCall().With(EntraPrincipal.Header, EasyAuth.Header(("oid", "o-2"), ("roles", "store")));

        await InvokeAsync(known, "ListShipments");
        await InvokeAsync(unknown, "ListShipments");

        Assert.Equal(("Ann", Role.Store, "store-reno"), (known.Request.Caller().Name, known.Request.Caller().Role, Assert.Single(known.Request.Caller().Locations)));
        Assert.Empty(unknown.Request.Caller().Locations);
    }

    [Fact]
    public async Task Invoke_lets_a_key_in_beside_Easy_Auth()
    {
        _middleware = Middleware(isEasyAuth: true);

        Assert.True(await InvokeAsync(new HttpCall().With("Authorization", "Bearer Operator"), "GetStock"));
        Assert.False(await InvokeAsync(new HttpCall().With("Authorization", "Bearer principal"), "GetStock"));
    }

    [Fact]
    public async Task Invoke_asks_nobody_about_health()
    {
        _bed.Crash.Clear();

        Assert.True(await InvokeAsync(new HttpCall(), "Live"));

        Assert.Empty(_bed.Crash.Done);
    }

    [Fact]
    public async Task Invoke_tells_the_function_who_calls()
    {
        var call = new HttpCall().With("Authorization", "Bearer Store");

        await InvokeAsync(call, "ListShipments");

        Assert.Equal(Role.Store, call.Request.Caller().Role);
    }

    [Fact]
    public async Task Invoke_is_for_HTTP_only()
    {
        var context = Context("ReceiveOrder", "Dom.Functions.Intake.ReceiveOrder.RunAsync", http: null);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _middleware.Invoke(context, _ => Task.CompletedTask));
    }

    [Fact]
    public void Caller_of_a_request_that_passed_no_middleware_is_a_fault()
    {
        Assert.Throws<InvalidOperationException>(() => new HttpCall().Request.Caller());
    }

    private AccessMiddleware Middleware(bool isEasyAuth) =>
        new(_bed.Get<ClientKeyStore>(), _bed.Get<StorePrincipals>(), Options.Create(new DomOptions { EasyAuth = isEasyAuth }));

    private async Task<bool> InvokeAsync(HttpCall call, string function)
    {
        var isIn = false;
        var method = HttpFunctionList.All().Single(found => found.Name == function).Method;
        await _middleware.Invoke(Context(function, $"{method.DeclaringType!.FullName}.{method.Name}", call.Context), _ =>
        {
            isIn = true;
            return Task.CompletedTask;
        });
        return isIn;
    }

    private static FunctionContext Context(string name, string entryPoint, HttpContext? http)
    {
        var definition = new Mock<FunctionDefinition>();
        definition.Setup(function => function.Name).Returns(name);
        definition.Setup(function => function.EntryPoint).Returns(entryPoint);
        var context = new Mock<FunctionContext>();
        context.Setup(function => function.FunctionDefinition).Returns(definition.Object);
        context.Setup(function => function.Items).Returns(
            http is null ? new Dictionary<object, object>() : new Dictionary<object, object> { ["HttpRequestContext"] = http });
        return context.Object;
    }
}
