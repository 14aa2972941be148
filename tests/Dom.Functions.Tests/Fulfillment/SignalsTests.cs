using Dom.Functions.Fulfillment;
using Grpc.Core;
using Microsoft.DurableTask.Client;
using Moq;

namespace Dom.Functions.Tests.Fulfillment;

public sealed class SignalsTests
{
    [Theory]
    [InlineData(StatusCode.FailedPrecondition)]
    [InlineData(StatusCode.NotFound)]
    public async Task TryRaiseEventAsync_says_when_the_orchestration_has_ended(StatusCode status)
    {
        var client = Client(new RpcException(new Status(status, "ended")));

        Assert.False(await client.TryRaiseEventAsync("W-1", "order", "told", CancellationToken.None));
    }

    [Fact]
    public async Task TryRaiseEventAsync_lets_other_failures_through()
    {
        var client = Client(new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(() => client.TryRaiseEventAsync("W-1", "order", "told", CancellationToken.None));
    }

    [Fact]
    public async Task TryRaiseEventAsync_raises_the_event()
    {
        var client = Client(null);

        Assert.True(await client.TryRaiseEventAsync("W-1", "order", "told", CancellationToken.None));
        Mock.Get(client).Verify(known => known.RaiseEventAsync("W-1", "order", "told", CancellationToken.None), Times.Once);
    }

    private static DurableTaskClient Client(Exception? failure)
    {
        var client = new Mock<DurableTaskClient>("test");
        client.Setup(known => known.RaiseEventAsync("W-1", "order", "told", CancellationToken.None))
            .Returns(failure is null ? Task.CompletedTask : Task.FromException(failure));
        return client.Object;
    }
}
