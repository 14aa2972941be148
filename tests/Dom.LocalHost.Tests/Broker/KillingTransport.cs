using Azure.Core;
using Azure.Core.Pipeline;

namespace Dom.LocalHost.Tests.Broker;

/// <summary>Ends the broker's life at one of its requests to storage: before it is sent, or after, with the answer lost.</summary>
/// <param name="at">Which request that changes something, from 1; all later requests fail as well.</param>
/// <param name="isSent">Whether storage still gets it.</param>
internal sealed class KillingTransport(int at, bool isSent) : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _inner = new();
    private int _requests;

    public bool IsArmed { get; set; }

    public void Dispose() => _inner.Dispose();

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (!IsArmed)
        {
            await _inner.ProcessAsync(message);
            return;
        }

        var number = Interlocked.Increment(ref _requests);
        if (number < at || (number == at && isSent))
        {
            await _inner.ProcessAsync(message);
        }

        if (number >= at)
        {
            throw new KilledException();
        }
    }

    public sealed class KilledException : Exception;
}
