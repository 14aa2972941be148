namespace Microsoft.DurableTask.Client;

/// <summary>Which ended instances to remove.</summary>
/// <param name="CreatedFrom">Started at this time or later.</param>
/// <param name="CreatedTo">Started at this time or earlier.</param>
/// <param name="Statuses">In one of these statuses; null for any ended one.</param>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null);
