using Microsoft.Azure.Functions.Worker;

namespace Dom.LocalHost.Hosting.Invocation;

/// <summary>This host retries no invocation: the queue and the durable engine do.</summary>
internal sealed class LocalRetryContext : RetryContext
{
    /// <inheritdoc/>
    public override int RetryCount => 0;

    /// <inheritdoc/>
    public override int MaxRetryCount => 0;
}
