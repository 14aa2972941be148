namespace Dom.LocalHost.Durable;

/// <summary>Orchestrator code broke a rule under which Azure would hang, lose an event or fail later. The instance fails with this message.</summary>
/// <param name="message">What happened, and what to change.</param>
internal sealed class OrchestrationRuleException(string message) : Exception(message);
