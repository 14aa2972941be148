using System.Diagnostics.CodeAnalysis;
using Azure.Messaging.ServiceBus;

namespace Dom.LocalHost.Broker;

/// <summary>Sends to one queue or topic of the broker.</summary>
/// <param name="broker">The broker.</param>
/// <param name="entity">The queue or topic; that it exists is checked at sending, as the real sender does.</param>
/// <param name="timeProvider">Tells the time.</param>
internal sealed class LocalServiceBusSender(ServiceBusBroker broker, string entity, TimeProvider timeProvider)
    : ServiceBusSender
{
    private bool _isClosed;

    /// <inheritdoc/>
    public override string EntityPath => entity;

    /// <inheritdoc/>
    public override string FullyQualifiedNamespace => LocalServiceBusClient.Namespace;

    /// <inheritdoc/>
    public override bool IsClosed => _isClosed;

    /// <inheritdoc/>
    public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) =>
        SendAsync(message, null, cancellationToken);

    /// <inheritdoc/>
    public override async Task SendMessagesAsync(
        IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var intake = Intake();
        var checkedMessages = messages.Select(message => Convert(message, null)).ToList();
        checkedMessages.ForEach(intake.Check);
        foreach (var message in checkedMessages)
        {
            await intake.SendAsync(message, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override Task<long> ScheduleMessageAsync(
        ServiceBusMessage message,
        DateTimeOffset scheduledEnqueueTime,
        CancellationToken cancellationToken = default) => SendAsync(message, scheduledEnqueueTime, cancellationToken);

    /// <inheritdoc/>
    public override Task CancelScheduledMessageAsync(long sequenceNumber, CancellationToken cancellationToken = default) =>
        Intake().CancelScheduledAsync(sequenceNumber, cancellationToken);

    /// <inheritdoc/>
    public override Task CloseAsync(CancellationToken cancellationToken = default)
    {
        _isClosed = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    [SuppressMessage("Usage", "CA2215:Dispose methods should call base class dispose",
        Justification = "The real base has a link to close, and the constructor for deriving opens none.")]
    public override async ValueTask DisposeAsync() => await CloseAsync();

    private BrokerIntake Intake()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        return broker.Intake(entity);
    }

    private async Task<long> SendAsync(
        ServiceBusMessage message, DateTimeOffset? scheduledFor, CancellationToken cancellationToken) =>
        await Intake().SendAsync(Convert(message, scheduledFor), cancellationToken);

    private BrokerMessage Convert(ServiceBusMessage message, DateTimeOffset? scheduledFor)
    {
        ArgumentNullException.ThrowIfNull(message);
        scheduledFor ??= message.ScheduledEnqueueTime;
        return new()
        {
            Body = message.Body.ToMemory(),
            MessageId = message.MessageId,
            CorrelationId = message.CorrelationId,
            SessionId = message.SessionId,
            PartitionKey = message.PartitionKey,
            Subject = message.Subject,
            To = message.To,
            ReplyTo = message.ReplyTo,
            ReplyToSessionId = message.ReplyToSessionId,
            ContentType = message.ContentType,
            TimeToLive = message.TimeToLive,
            ScheduledFor = scheduledFor > timeProvider.GetUtcNow() ? scheduledFor : null,
            Properties = message.ApplicationProperties.ToDictionary(pair => pair.Key, pair => pair.Value),
        };
    }
}
