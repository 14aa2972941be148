using Azure.Core;
using Azure.Core.Pipeline;

namespace Dom.LocalHost.Azurite;

/// <summary>
/// Keeps a table transaction apart from all other writes, as the real service does and Azurite does not. Azurite has one
/// list of what a failed transaction would have to undo: a second one that begins meanwhile is refused ("Transaction
/// Overlap!", status 500), one that ends meanwhile empties the list, and a plain write to a row that is then rolled back is lost.
/// Source: Azurite, src/table/persistence/LokiTableMetadataStore.ts, beginBatchTransaction and endBatchTransaction.
/// </summary>
/// <remarks>Add it with <see cref="ClientOptions.AddPolicy"/> at <see cref="HttpPipelinePosition.PerRetry"/>.</remarks>
internal sealed class OneBatchAtATimePolicy : HttpPipelinePolicy, IDisposable
{
    private readonly WriteGate _gate = new();

    /// <summary>The instance for all clients of the Azurite that this process uses: it works only when they share it.</summary>
    public static OneBatchAtATimePolicy Shared { get; } = new();

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Method == RequestMethod.Get)
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        }
        else if (message.Request.Uri.ToUri().AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal))
        {
            await ProcessAloneAsync(message, pipeline).ConfigureAwait(false);
        }
        else
        {
            await ProcessSharedAsync(message, pipeline).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessAsync(message, pipeline).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task ProcessAloneAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await _gate.EnterAloneAsync(message.CancellationToken).ConfigureAwait(false);
        try
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        }
        finally
        {
            _gate.LeaveAlone();
        }
    }

    private async Task ProcessSharedAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await _gate.EnterSharedAsync(message.CancellationToken).ConfigureAwait(false);
        try
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        }
        finally
        {
            _gate.LeaveShared();
        }
    }
}
