namespace Dom.LocalHost.Broker;

/// <summary>How many messages a path has.</summary>
/// <param name="Active">To be received, locked ones included.</param>
/// <param name="DeadLetter">Dead-lettered.</param>
/// <param name="Scheduled">Waiting for their time.</param>
internal sealed record BrokerCounts(int Active, int DeadLetter, int Scheduled);
