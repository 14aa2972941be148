namespace Dom.LocalHost.Broker;

/// <summary>A message id that a queue or topic accepted.</summary>
/// <param name="MessageId">The sender's id.</param>
/// <param name="SequenceNumber">The number of the message that was accepted under it.</param>
/// <param name="AcceptedAt">When, UTC.</param>
internal sealed record SentMessageId(string MessageId, long SequenceNumber, DateTimeOffset AcceptedAt);
