using System.Text;

namespace Dom.LocalHost.Broker;

/// <summary>A message as the broker keeps it.</summary>
internal sealed record BrokerMessage
{
    /// <summary>The body.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The sender's id; the broker makes one where the sender gave none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Whether the broker made the id; such an id is never a duplicate.</summary>
    public bool IdIsOurs { get; init; }

    /// <summary>What it belongs to.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The session; carried, not enforced.</summary>
    public string? SessionId { get; init; }

    /// <summary>Which partition takes it; carried only.</summary>
    public string? PartitionKey { get; init; }

    /// <summary>What it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>A destination, for a router's use.</summary>
    public string? To { get; init; }

    /// <summary>Where to answer.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The session to answer in.</summary>
    public string? ReplyToSessionId { get; init; }

    /// <summary>What the body is, as a MIME type.</summary>
    public string? ContentType { get; init; }

    /// <summary>How long it may wait, more than zero; cut to the entity's longest at sending.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.MaxValue;

    /// <summary>When it can first be received, UTC; null is at once.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>Application properties: text, numbers, booleans, Guid, TimeSpan, DateTime and DateTimeOffset.</summary>
    public IReadOnlyDictionary<string, object> Properties { get; init; } = new Dictionary<string, object>();

    /// <summary>Its number in its queue or topic, 1 or more, rising; 0 before it is sent.</summary>
    public long SequenceNumber { get; init; }

    /// <summary>When the broker took it from its sender, UTC.</summary>
    public DateTimeOffset AcceptedAt { get; init; }

    /// <summary>When it was accepted, or became due if it was scheduled; UTC.</summary>
    public DateTimeOffset EnqueuedAt { get; init; }

    /// <summary>Hand-outs by the storage queue that were no deliveries.</summary>
    public int HandOutsBefore { get; init; }

    /// <summary>When it ceases to be deliverable, UTC.</summary>
    public DateTimeOffset ExpiresAt => TimeToLive >= DateTimeOffset.MaxValue - EnqueuedAt
        ? DateTimeOffset.MaxValue
        : EnqueuedAt + TimeToLive;

    /// <summary>Bytes that count against <see cref="BrokerLimits.MaxMessageBytes"/>.</summary>
    public int SizeBytes => Body.Length
        + Utf8(MessageId) + Utf8(CorrelationId) + Utf8(SessionId) + Utf8(Subject) + Utf8(To) + Utf8(ReplyTo)
        + Properties.Sum(pair => Utf8(pair.Key) + (pair.Value is string text ? Utf8(text) : sizeof(long)));

    private static int Utf8(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
