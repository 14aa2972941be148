using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>How a client starts an orchestration.</summary>
public record StartOrchestrationOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="InstanceId">The new instance's id; null makes one.</param>
    /// <param name="StartAt">When to start; null starts at once.</param>
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>Copies options.</summary>
    /// <param name="options">What to copy.</param>
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The new instance's id; null makes one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When to start; null starts at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Labels of the instance.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary.Create<string, string>();

    /// <summary>The version the instance runs as; null is unversioned.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>Names of the statuses in which an instance of the same id makes the start fail; null leaves it to the host.</summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
