using Dom.LocalHost.Broker;
using Dom.Tests;

namespace Dom.LocalHost.Tests.Broker;

[Collection(SharedAzurite.Name)]
public sealed class DuplicateDetectionTests(AzuriteFixture azurite)
{
    private const string Orders = "orders";
    private readonly BrokerBed _bed = new(azurite);

    [Fact]
    public async Task A_message_id_is_taken_once_within_the_window_and_again_after_it()
    {
        await using var broker = await _bed.OpenAsync();
        await broker.SendAsync(Orders, BrokerBed.Message("first", "id"));
        _bed.Clock.Advance(TimeSpan.FromMinutes(10));
        await broker.SendAsync(Orders, BrokerBed.Message("duplicate", "id"));

        _bed.Clock.Advance(TimeSpan.FromTicks(1));
        await broker.SendAsync(Orders, BrokerBed.Message("later", "id"));

        Assert.Equal(["first", "later"], await broker.DrainAsync(Orders));
    }

    [Fact]
    public async Task A_message_id_is_remembered_across_restarts()
    {
        await using (var first = await _bed.OpenAsync())
        {
            await first.SendAsync(Orders, BrokerBed.Message("first", "id"));
        }

        await using var second = await _bed.OpenAsync();
        await second.SendAsync(Orders, BrokerBed.Message("duplicate", "id"));

        Assert.Equal(["first"], await second.DrainAsync(Orders));
    }

    [Fact]
    public async Task Old_ids_are_deleted_when_the_broker_opens()
    {
        await using (var first = await _bed.OpenAsync())
        {
            await first.SendAsync(Orders, BrokerBed.Message("first", "id"));
        }

        _bed.Clock.Advance(TimeSpan.FromMinutes(11));
        await using var second = await _bed.OpenAsync();

        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task Old_ids_are_deleted_while_messages_are_sent()
    {
        await using var broker = await _bed.OpenAsync();
        for (var number = 0; number < 60; number++)
        {
            await broker.SendAsync(Orders, BrokerBed.Message("1", $"id-{number}"));
        }

        _bed.Clock.Advance(TimeSpan.FromMinutes(11));
        await broker.SendAsync(Orders, BrokerBed.Message("1", "last"));

        Assert.Equal(["last"], (await KeptAsync()).Select(sent => sent.MessageId));
    }

    [Fact]
    public async Task The_same_id_sent_many_times_at_once_is_taken_once()
    {
        await using var broker = await _bed.OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => broker.SendAsync(Orders, BrokerBed.Message("1", "id"))));

        Assert.Equal(["1"], await broker.DrainAsync(Orders));
    }

    [Fact]
    public async Task A_queue_without_detection_takes_every_message()
    {
        var bed = new BrokerBed(azurite) { Orders = new(Orders) { DuplicateDetectionWindow = null } };
        await using var broker = await bed.OpenAsync();

        await broker.SendAsync(Orders, BrokerBed.Message("1", "id"));
        await broker.SendAsync(Orders, BrokerBed.Message("2", "id"));

        Assert.Equal(["1", "2"], await broker.DrainAsync(Orders));
    }

    private async Task<List<SentMessageId>> KeptAsync()
    {
        List<SentMessageId> kept = [];
        await foreach (var sent in _bed.Storage.LedgerOf(Orders).SentIdsAsync(CancellationToken.None))
        {
            kept.Add(sent);
        }

        return kept;
    }
}
