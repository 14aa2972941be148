using Dom.LocalHost.Durable.History;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>What one instance sends to another.</summary>
/// <param name="To">The receiver's instance id.</param>
/// <param name="Event">What it receives.</param>
internal sealed record OutboxItem(string To, HistoryEvent Event);
