namespace Dom.LocalHost.Durable;

/// <summary>One execution of an activity. The same call can be executed again after a crash.</summary>
/// <param name="Name">The activity's name, as the orchestrator wrote it.</param>
/// <param name="InstanceId">The orchestration that called.</param>
/// <param name="Input">The input as JSON; null when there is none.</param>
internal sealed record ActivityCall(string Name, string InstanceId, string? Input);
