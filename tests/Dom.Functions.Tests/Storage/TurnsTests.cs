using Dom.Functions.Storage;

namespace Dom.Functions.Tests.Storage;

public sealed class TurnsTests
{
    [Fact]
    public async Task TakeAsync_lets_one_at_a_time_change_a_row()
    {
        var turns = new Turns();
        var first = await turns.TakeAsync("SKU-1", CancellationToken.None);

        var second = turns.TakeAsync("SKU-1", CancellationToken.None);
        var isWaiting = !second.IsCompleted;
        first.Dispose();

        Assert.True(isWaiting);
        (await second).Dispose();
    }

    [Fact]
    public async Task TakeAsync_stops_waiting_when_it_is_told_to()
    {
        var turns = new Turns();
        using var stop = new CancellationTokenSource();
        using var first = await turns.TakeAsync("SKU-1", CancellationToken.None);

        var second = turns.TakeAsync("SKU-1", stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }
}
