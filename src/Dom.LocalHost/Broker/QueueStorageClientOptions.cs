using Azure.Core;

namespace Dom.LocalHost.Broker;

/// <summary>How requests to the queue service are retried.</summary>
internal sealed class QueueStorageClientOptions : ClientOptions
{
    /// <summary>Three quick retries: the service is on this machine or not there at all.</summary>
    public QueueStorageClientOptions()
    {
        Retry.MaxRetries = 3;
        Retry.Delay = TimeSpan.FromMilliseconds(100);
        Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        Diagnostics.IsTelemetryEnabled = false;
    }
}
