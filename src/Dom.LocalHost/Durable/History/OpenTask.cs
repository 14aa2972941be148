namespace Dom.LocalHost.Durable.History;

/// <summary>Something an instance waits for that the engine must bring about, again after a restart.</summary>
/// <param name="Id">Its number within the execution.</param>
/// <param name="Kind"><see cref="EventKind.TaskScheduled"/>, <see cref="EventKind.ChildCreated"/> or <see cref="EventKind.TimerCreated"/>.</param>
/// <param name="FireAt">When the timer is due, in UTC.</param>
/// <param name="ChildId">The sub-orchestration's instance id.</param>
internal sealed record OpenTask(int Id, EventKind Kind, DateTime? FireAt = null, string? ChildId = null);
