using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Durable.Storage;

/// <summary>Which instances to read.</summary>
internal sealed record InstanceFilter
{
    /// <summary>Started at this time or later.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Started at this time or earlier.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>In one of these statuses; null or empty for any.</summary>
    public IReadOnlyCollection<OrchestrationRuntimeStatus>? Statuses { get; init; }

    /// <summary>With an id that begins so.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>True to read input, output and failure as well.</summary>
    public bool WithPayloads { get; init; }

    /// <summary>Those that have not ended.</summary>
    public static InstanceFilter NotEnded { get; } = new()
    {
        Statuses = [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended],
    };
}
