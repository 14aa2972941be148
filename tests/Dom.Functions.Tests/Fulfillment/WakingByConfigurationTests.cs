using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Functions.Fulfillment;
using Dom.Functions.Operations;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Dom.Functions.Tests.Profiles;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Fulfillment;

/// <summary>Orders that wait because of what is configured, and are woken when that changes so that they can be served.</summary>
[Collection(SharedAzurite.Name)]
public sealed class WakingByConfigurationTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Sku = "SKU-1";
    private const string Web = """{"name":"Web","scope":{"channels":["web"]},"costs":{"currency":"USD","parcelMinorUnits":550}}""";
    private const string Phone = """{"name":"Phone","scope":{"channels":["phone"]},"costs":{"currency":"USD","parcelMinorUnits":550}}""";
    private const string Shoes = """{"name":"Shoes","scope":{"categories":["shoes"]},"costs":{"currency":"USD","parcelMinorUnits":550}}""";
    private const string Shut = """{"name":"Web","scope":{"channels":["web"]},"costs":{"currency":"USD","parcelMinorUnits":550},"rules":[{"rule":"excludeLine","id":"shut"}]}""";

    private FunctionsBed _bed = null!;
    private ProfileCalls _calls = null!;

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        _calls = new ProfileCalls(_bed);
        Assert.True(await _bed.Get<ConfigurationStore>().PutLocationAsync(Network.Store(1), null, CancellationToken.None));
        await _bed.CountAsync(Sku, ("S1", 9));
    }

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Theory]
    [InlineData(Phone, false)]
    [InlineData(Shut, false)]
    [InlineData(Web, true)]
    public async Task PublishProfile_wakes_an_order_that_no_profile_covered_where_this_one_serves_it(string profile, bool isWoken)
    {
        var order = await WaitAsync(An.Order().WithLine(Sku, 1));

        await PublishAsync(profile);

        Assert.Equal(("noProfile", isWoken), (ExceptionOf(order), IsWoken()));
    }

    [Fact]
    public async Task PublishProfile_wakes_an_order_that_a_rule_kept_out_when_the_rule_is_gone()
    {
        await PublishAsync(Shut);
        var order = await WaitAsync(An.Order().WithLine(Sku, 1));
        Assert.False(IsWoken());

        await PublishAsync(Web);

        Assert.Equal(("excluded", true), (ExceptionOf(order), IsWoken()));
    }

    [Fact]
    public async Task RollBackProfile_wakes_an_order_that_the_version_before_serves()
    {
        await PublishAsync(Web);
        await PublishAsync(Shut);
        await WaitAsync(An.Order().WithLine(Sku, 1));

        Assert.Equal(200, (await _calls.RollBackAsync("""{"version":1}""")).Status);

        Assert.True(IsWoken());
    }

    [Fact]
    public async Task LookAsync_wakes_an_order_on_the_day_on_which_a_version_begins()
    {
        await WaitAsync(An.Order().WithLine(Sku, 1));
        await PublishAsync(Web, """{"from":"2026-11-23"}""");

        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await LookAsync();
        Assert.False(IsWoken());
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await LookAsync();

        Assert.True(IsWoken());
    }

    [Fact]
    public async Task LookAsync_wakes_an_order_on_the_day_after_a_rule_ends()
    {
        await PublishAsync(Shut.Replace("\"shut\"", "\"shut\",\"effective\":{\"to\":\"2026-11-21\"}", StringComparison.Ordinal));
        await WaitAsync(An.Order().WithLine(Sku, 1));

        await LookAsync();
        Assert.False(IsWoken());
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await LookAsync();

        Assert.True(IsWoken());
    }

    [Fact]
    public async Task PublishProfile_leaves_an_order_asleep_that_keeps_the_version_that_began_it_until_one_takes_it_over()
    {
        var forOne = Shut.Replace("\"shut\"", "\"shut\",\"for\":{\"skus\":[\"SKU-2\"]}", StringComparison.Ordinal);
        await _bed.CountAsync("SKU-2", ("S1", 9));
        await PublishAsync(forOne);
        await WaitAsync(An.Order().WithLine(Sku, 1).WithLine("SKU-2", 1));

        await PublishAsync(Web);
        Assert.False(IsWoken());
        await PublishAsync(Web.Replace("\"scope\"", "\"takesOverOrders\":true,\"scope\"", StringComparison.Ordinal));

        Assert.True(IsWoken());
    }

    [Theory]
    [InlineData("hats", false)]
    [InlineData("shoes/running", true)]
    public async Task PutProducts_wakes_an_order_that_a_profile_covers_now(string category, bool isWoken)
    {
        await PublishAsync(Shoes);
        var order = await WaitAsync(An.Order().WithLine(Sku, 1));

        await PutProductAsync(category);

        Assert.Equal(("noProfile", isWoken), (ExceptionOf(order), IsWoken()));
    }

    [Fact]
    public async Task SourceOrder_decides_anew_when_a_product_is_put_while_it_notes_that_no_profile_covers_it()
    {
        await PublishAsync(Shoes);
        var progress = await _bed.SaveAsync(An.Order().WithLine(Sku, 1));
        var isDone = false;
        _bed.Crash.Before = async name =>
        {
            if (name == "Waiting: write row" && !isDone)
            {
                isDone = true;
                await PutProductAsync("shoes");
            }
        };

        var result = await _bed.OrderSteps.SourceOrder(progress, _bed.Durable.Object, CancellationToken.None);

        Assert.Single(result.Shipments);
    }

    [Fact]
    public async Task PutLocation_wakes_an_order_that_is_sent_to_it_from_another_location()
    {
        var sender = Network.Store(3) with { Modes = [DeliveryMode.ShipToStore] };
        await _bed.ConfigureAsync(Network.Profile, sender);
        await _bed.CountAsync("SKU-3", ("S3", 1));
        await WaitAsync(An.Order().WithLine("SKU-3", 1, DeliveryMode.ShipToStore, "S2"));

        var put = await new HttpCall("PUT", """{"name":"S2","type":"store","latitude":39.5,"longitude":-119.79,"modes":["pickup"],"active":true}""")
            .By(Role.Operator).With("If-None-Match", "*")
            .SendAsync(request => _bed.Functions<LocationFunctions>().PutLocation(request, "S2", _bed.Durable.Object, CancellationToken.None));

        Assert.Equal((201, true), (put.Status, IsWoken()));
    }

    private async Task<OrderProgress> WaitAsync(Order order)
    {
        var progress = await _bed.SaveAsync(order);
        return OrderFlow.Sourced(progress, await _bed.OrderSteps.SourceOrder(progress, _bed.Durable.Object, CancellationToken.None));
    }

    private async Task PublishAsync(string profile, string action = "") => Assert.Equal(200, (await _calls.WriteAndPublishAsync(profile, action: action)).Status);

    private Task<HttpCall> PutProductAsync(string category) => new HttpCall("PUT", $$"""[{"sku":"{{Sku}}","category":"{{category}}"}]""").By(Role.Operator)
        .SendAsync(request => _bed.Functions<ProductFunctions>().PutProducts(request, _bed.Durable.Object, CancellationToken.None));

    private Task LookAsync() => _bed.Get<Waker>().LookAsync(_bed.Durable.Object, CancellationToken.None);

    private bool IsWoken() => _bed.Durable.Raised("W-1001").Count > 0;

    private static string? ExceptionOf(OrderProgress order) => order.Lines[^1].Exception?.Type;
}
