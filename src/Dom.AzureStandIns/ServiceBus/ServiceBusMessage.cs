#nullable disable // as the real package: its API carries no nullability
using System.Globalization;

namespace Azure.Messaging.ServiceBus;

/// <summary>A message to send.</summary>
public class ServiceBusMessage
{
    private const int MaxIdLength = 128;
    private TimeSpan _timeToLive = TimeSpan.MaxValue;

    /// <summary>An empty message.</summary>
    public ServiceBusMessage()
        : this(new BinaryData(Array.Empty<byte>()))
    {
    }

    /// <summary>A message of text, as UTF-8.</summary>
    /// <param name="body">The text.</param>
    public ServiceBusMessage(string body)
        : this(new BinaryData(body))
    {
    }

    /// <summary>A message of bytes.</summary>
    /// <param name="body">The bytes.</param>
    public ServiceBusMessage(ReadOnlyMemory<byte> body)
        : this(BinaryData.FromBytes(body))
    {
    }

    /// <summary>A message.</summary>
    /// <param name="body">Its body.</param>
    /// <exception cref="ArgumentNullException">The body is null.</exception>
    public ServiceBusMessage(BinaryData body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
    }

    /// <summary>Copies a received message, for sending it again; without what the broker or a dead-letter move added.</summary>
    /// <param name="receivedMessage">The message to copy.</param>
    /// <exception cref="ArgumentNullException">The message is null.</exception>
    public ServiceBusMessage(ServiceBusReceivedMessage receivedMessage)
    {
        ArgumentNullException.ThrowIfNull(receivedMessage);
        Body = receivedMessage.Body;
        ContentType = receivedMessage.ContentType;
        CorrelationId = receivedMessage.CorrelationId;
        MessageId = receivedMessage.MessageId;
        PartitionKey = receivedMessage.PartitionKey;
        ReplyTo = receivedMessage.ReplyTo;
        ReplyToSessionId = receivedMessage.ReplyToSessionId;
        SessionId = receivedMessage.SessionId;
        Subject = receivedMessage.Subject;
        TimeToLive = receivedMessage.TimeToLive;
        To = receivedMessage.To;
        foreach (var (key, value) in receivedMessage.ApplicationProperties)
        {
            if (key is not ("DeadLetterReason" or "DeadLetterErrorDescription"))
            {
                ApplicationProperties[key] = value;
            }
        }
    }

    /// <summary>Named values beside the body.</summary>
    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();

    /// <summary>The body.</summary>
    public BinaryData Body { get; set; }

    /// <summary>What the body is, as a MIME type.</summary>
    public string ContentType { get; set; }

    /// <summary>What the message belongs to.</summary>
    public string CorrelationId { get; set; }

    /// <summary>The sender's id, at most 128 characters; a queue with duplicate detection takes each once.</summary>
    /// <exception cref="ArgumentException">The id is empty or too long.</exception>
    public string MessageId
    {
        get;
        set => field = CheckLength(value, nameof(MessageId), mayBeEmpty: false);
    }

    /// <summary>Which partition takes the message, at most 128 characters.</summary>
    public string PartitionKey
    {
        get;
        set => field = CheckLength(value, nameof(PartitionKey), mayBeEmpty: true);
    }

    /// <summary>Where to answer.</summary>
    public string ReplyTo { get; set; }

    /// <summary>The session to answer in.</summary>
    public string ReplyToSessionId { get; set; }

    /// <summary>When the message can first be received; the default is at once.</summary>
    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    /// <summary>The session, at most 128 characters.</summary>
    public string SessionId
    {
        get;
        set => field = CheckLength(value, nameof(SessionId), mayBeEmpty: true);
    }

    /// <summary>What the message is about, for a person or a filter.</summary>
    public string Subject { get; set; }

    /// <summary>How long it may wait, more than zero; the default is as long as the queue lets it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero.</exception>
    public TimeSpan TimeToLive
    {
        get => _timeToLive;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _timeToLive = value;
        }
    }

    /// <summary>A destination, for a router's use.</summary>
    public string To { get; set; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{{MessageId:{MessageId}}}");

    private static string CheckLength(string value, string name, bool mayBeEmpty) =>
        value is null || (value.Length <= MaxIdLength && (mayBeEmpty || value.Length > 0))
            ? value
            : throw new ArgumentException($"{name} has {value.Length} characters; allowed are {(mayBeEmpty ? 0 : 1)} to {MaxIdLength}.", name);
}
