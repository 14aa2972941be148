namespace Dom.LocalHost.Durable.History;

/// <summary>Which call of which execution a sub-orchestration answers.</summary>
/// <param name="InstanceId">The parent's instance id.</param>
/// <param name="Name">The parent's orchestrator name.</param>
/// <param name="ExecutionId">The parent's execution.</param>
/// <param name="TaskId">The call's number.</param>
internal sealed record ParentLink(string InstanceId, string Name, string ExecutionId, int TaskId);
