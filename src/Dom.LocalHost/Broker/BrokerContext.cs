using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Broker;

/// <summary>What all queues of one broker share.</summary>
/// <param name="Storage">Where everything is kept.</param>
/// <param name="PollInterval">How often an idle receiver looks for what no signal announces.</param>
/// <param name="TimeProvider">Tells the time.</param>
/// <param name="Logger">Gets what happens.</param>
internal sealed record BrokerContext(
    BrokerStorage Storage, TimeSpan PollInterval, TimeProvider TimeProvider, ILogger Logger);
