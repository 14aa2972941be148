namespace Microsoft.DurableTask.Client;

/// <summary>What a client adds to start options.</summary>
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>The same options, with the statuses in which an instance of the same id makes the start fail.</summary>
    /// <param name="options">The options.</param>
    /// <param name="dedupeStatuses">The statuses.</param>
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses) =>
        options with { DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())] };
}
