namespace Dom.LocalHost.Durable.Engine;

/// <summary>An activity to be executed.</summary>
/// <param name="Instance">The orchestration that called.</param>
/// <param name="ExecutionId">Its execution.</param>
/// <param name="Id">The call's number.</param>
/// <param name="Call">The call.</param>
internal sealed record ActivityItem(OrchestrationInstance Instance, string ExecutionId, int Id, ActivityCall Call);
