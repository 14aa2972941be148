using System.Diagnostics.CodeAnalysis;
using Microsoft.DurableTask;

namespace Dom.LocalHost.Durable;

/// <summary>The code the engine can run: orchestrators and activities by name, whatever the case.</summary>
internal sealed class DurableRegistry
{
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Func<ActivityCall, CancellationToken, Task<object?>>> _activities = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds an orchestrator.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="orchestrator">Its code; what it returns is the output.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public DurableRegistry AddOrchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> orchestrator)
    {
        if (!_orchestrators.TryAdd(name, orchestrator))
        {
            throw new ArgumentException($"There are two orchestrators named '{name}' (case does not count). Rename one.", nameof(name));
        }

        return this;
    }

    /// <summary>Adds an activity.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="activity">Its code; what it returns is the result. The token is cancelled when the host stops.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public DurableRegistry AddActivity(string name, Func<ActivityCall, CancellationToken, Task<object?>> activity)
    {
        if (!_activities.TryAdd(name, activity))
        {
            throw new ArgumentException($"There are two activities named '{name}' (case does not count). Rename one.", nameof(name));
        }

        return this;
    }

    /// <summary>Finds an orchestrator.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="orchestrator">Its code.</param>
    public bool TryGetOrchestrator(string name, [NotNullWhen(true)] out Func<TaskOrchestrationContext, Task<object?>>? orchestrator) =>
        _orchestrators.TryGetValue(name, out orchestrator);

    /// <summary>Finds an activity.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="activity">Its code.</param>
    public bool TryGetActivity(string name, [NotNullWhen(true)] out Func<ActivityCall, CancellationToken, Task<object?>>? activity) =>
        _activities.TryGetValue(name, out activity);

    /// <summary>Says that there is no orchestrator of a name, and which there are.</summary>
    /// <param name="name">The name.</param>
    public string NoOrchestrator(string name) => $"There is no orchestrator '{name}'; there are: {List(_orchestrators.Keys)}.";

    /// <summary>Says that there is no activity of a name, and which there are.</summary>
    /// <param name="name">The name.</param>
    public string NoActivity(string name) => $"There is no activity '{name}'; there are: {List(_activities.Keys)}.";

    private static string List(IEnumerable<string> names) =>
        string.Join(", ", names.Order(StringComparer.OrdinalIgnoreCase).DefaultIfEmpty("none"));
}
