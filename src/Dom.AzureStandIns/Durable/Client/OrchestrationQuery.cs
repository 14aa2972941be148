namespace Microsoft.DurableTask.Client;

/// <summary>Which instances to list.</summary>
/// <param name="CreatedFrom">Started at this time or later.</param>
/// <param name="CreatedTo">Started at this time or earlier.</param>
/// <param name="Statuses">In one of these statuses; null for any.</param>
/// <param name="TaskHubNames">In one of these task hubs; null for the client's.</param>
/// <param name="InstanceIdPrefix">With an id that begins so.</param>
/// <param name="PageSize">Instances on a page.</param>
/// <param name="FetchInputsAndOutputs">True to read payloads, custom status and failure as well.</param>
/// <param name="ContinuationToken">Where to begin; null at the start.</param>
public record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null,
    IEnumerable<string>? TaskHubNames = null,
    string? InstanceIdPrefix = null,
    int PageSize = OrchestrationQuery.DefaultPageSize,
    bool FetchInputsAndOutputs = false,
    string? ContinuationToken = null)
{
    /// <summary>Instances on a page when nothing is said.</summary>
    public const int DefaultPageSize = 100;
}
