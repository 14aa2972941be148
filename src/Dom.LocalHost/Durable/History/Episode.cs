namespace Dom.LocalHost.Durable.History;

/// <summary>One run of an orchestration from what arrived to where it waits again. Stored as a whole or not at all.</summary>
/// <param name="At">When it ran, in UTC: the orchestration's current time.</param>
/// <param name="Received">What arrived, in the order of arrival.</param>
/// <param name="Actions">What the code then did, in the order of its numbers.</param>
internal sealed record Episode(DateTime At, IReadOnlyList<HistoryEvent> Received, IReadOnlyList<HistoryEvent> Actions);
