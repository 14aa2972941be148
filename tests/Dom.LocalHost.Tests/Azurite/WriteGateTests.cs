using Dom.LocalHost.Azurite;

namespace Dom.LocalHost.Tests.Azurite;

public sealed class WriteGateTests : IDisposable
{
    private readonly WriteGate _gate = new();

    [Fact]
    public async Task EnterSharedAsync_lets_many_in()
    {
        await _gate.EnterSharedAsync(CancellationToken.None);

        var second = _gate.EnterSharedAsync(CancellationToken.None);

        Assert.True(second.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task EnterAloneAsync_waits_until_all_have_left()
    {
        await _gate.EnterSharedAsync(CancellationToken.None);
        await _gate.EnterSharedAsync(CancellationToken.None);

        var alone = _gate.EnterAloneAsync(CancellationToken.None);
        _gate.LeaveShared();
        var isInBetween = alone.IsCompleted;
        _gate.LeaveShared();
        await alone;

        Assert.False(isInBetween);
    }

    [Fact]
    public async Task EnterAloneAsync_keeps_everybody_out()
    {
        await _gate.EnterAloneAsync(CancellationToken.None);

        var shared = _gate.EnterSharedAsync(CancellationToken.None);
        var alone = _gate.EnterAloneAsync(CancellationToken.None);
        var isOpen = shared.IsCompleted || alone.IsCompleted;
        _gate.LeaveAlone();
        await shared;
        _gate.LeaveShared();
        await alone;

        Assert.False(isOpen);
    }

    [Fact]
    public async Task EnterAloneAsync_opens_the_gate_again_when_it_gives_up()
    {
        await _gate.EnterSharedAsync(CancellationToken.None);
        using var patience = new CancellationTokenSource();
        var alone = _gate.EnterAloneAsync(patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => alone);
        await _gate.EnterSharedAsync(CancellationToken.None);
    }

    public void Dispose() => _gate.Dispose();
}
