using Azure.Core;
using Azure.Core.Pipeline;

namespace Dom.LocalHost.Azurite;

/// <summary>
/// Lets one table transaction through at a time. Azurite has a single list of what a failed transaction would have to
/// undo, and answers 500 "Transaction Overlap!" to one that begins while another has something in it. Source: Azurite,
/// src/table/persistence/LokiTableMetadataStore.ts, beginBatchTransaction.
/// </summary>
/// <remarks>
/// Azurite 3.35 carries each transaction out in one turn of its event loop, so that neither a second one nor a plain
/// write was ever seen inside it; but it only assumes that, and waiting here costs nothing, for it does one thing at a
/// time anyway. Add it with <see cref="ClientOptions.AddPolicy"/> at <see cref="HttpPipelinePosition.PerRetry"/>.
/// </remarks>
internal sealed class OneBatchAtATimePolicy : HttpPipelinePolicy, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The instance for all clients of the Azurite that this process uses: it works only when they share
    /// it.</summary>
    public static OneBatchAtATimePolicy Shared { get; } = new();

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!IsBatch(message.Request))
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
            return;
        }

        await _turn.WaitAsync(message.CancellationToken).ConfigureAwait(false);
        try
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!IsBatch(message.Request))
        {
            ProcessNext(message, pipeline);
            return;
        }

        _turn.Wait(message.CancellationToken);
        try
        {
            ProcessNext(message, pipeline);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static bool IsBatch(Request request) => request.Uri.Path.EndsWith("/$batch", StringComparison.Ordinal);
}
