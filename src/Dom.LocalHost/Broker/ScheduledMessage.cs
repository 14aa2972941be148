namespace Dom.LocalHost.Broker;

/// <summary>A message that waits, hidden, in a storage queue.</summary>
/// <param name="SequenceNumber">Its number.</param>
/// <param name="Due">When it can first be received, UTC.</param>
/// <param name="StorageId">The storage queue's id of it.</param>
/// <param name="PopReceipt">What showing or deleting it needs.</param>
internal sealed record ScheduledMessage(long SequenceNumber, DateTimeOffset Due, string StorageId, string PopReceipt);
