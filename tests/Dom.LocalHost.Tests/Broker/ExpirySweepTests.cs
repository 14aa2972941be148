using Dom.LocalHost.Broker;
using Dom.Tests;

namespace Dom.LocalHost.Tests.Broker;

[Collection(SharedAzurite.Name)]
public sealed class ExpirySweepTests(AzuriteFixture azurite)
{
    private const string Topic = "events";
    private const string All = "events/subscriptions/all";

    private static readonly BrokerEntity Forgetful = new(Topic)
    {
        Subscriptions = ["all"],
        LockDuration = TimeSpan.FromSeconds(1),
        DefaultTimeToLive = TimeSpan.FromSeconds(1),
        DeadLetterOnExpiry = false,
    };

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public async Task An_expired_message_of_a_subscription_that_nobody_reads_is_forgotten(int bytes)
    {
        var bed = new BrokerBed(azurite) { Events = Forgetful };
        await using var broker = await bed.OpenAsync();
        await broker.SendAsync(Topic, BrokerBed.Message(new string('x', bytes)));
        Assert.Equal(1, await bed.StoredCountAsync(All));

        // Storage goes by its own clock, which no test moves; the broker looks each minute of the test's clock.
        await BrokerBed.UntilAsync(async () =>
        {
            bed.Clock.Advance(TimeSpan.FromMinutes(1));
            return await bed.StoredCountAsync(All) == 0 && await bed.RowCountAsync(All) == 0;
        });

        Assert.Equal(new BrokerCounts(0, 0, 0), await broker.CountAsync(All));
    }

    [Fact]
    public async Task What_has_not_expired_and_what_is_dead_lettered_on_expiry_stays()
    {
        var bed = new BrokerBed(azurite)
        {
            Events = Forgetful with { DefaultTimeToLive = TimeSpan.FromDays(1) },
            Orders = new BrokerEntity("orders") { LockDuration = TimeSpan.FromSeconds(1), DefaultTimeToLive = TimeSpan.FromSeconds(1) },
        };
        await using var broker = await bed.OpenAsync();
        await broker.SendAsync(Topic, BrokerBed.Message("young"));
        await broker.SendAsync("orders", BrokerBed.Message("old"));

        // By the time that a message which may go has gone, these are still there.
        await broker.SendAsync(Topic, BrokerBed.Message("short") with { TimeToLive = TimeSpan.FromSeconds(1) });
        await BrokerBed.UntilAsync(async () =>
        {
            bed.Clock.Advance(TimeSpan.FromMinutes(1));
            return await bed.StoredCountAsync(All) == 1;
        });

        Assert.Equal(["young"], await broker.DrainAsync(All));
        Assert.Null(await broker.TakeAsync("orders"));
        Assert.Equal(["old"], await broker.DrainAsync("orders/$DeadLetterQueue"));
    }
}
