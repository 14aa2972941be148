#nullable disable // as the real package: its API carries no nullability
namespace Azure.Messaging.ServiceBus;

/// <summary>Sends to one queue or topic. A host that has a broker of its own derives from it.</summary>
public class ServiceBusSender : IAsyncDisposable
{
    /// <summary>For deriving; the members of the base reach no namespace.</summary>
    protected ServiceBusSender()
    {
    }

    /// <summary>The queue or topic.</summary>
    public virtual string EntityPath => throw ServiceBusClient.NoAmqp();

    /// <summary>The namespace's host name.</summary>
    public virtual string FullyQualifiedNamespace => throw ServiceBusClient.NoAmqp();

    /// <summary>Whether it was closed.</summary>
    public virtual bool IsClosed => throw ServiceBusClient.NoAmqp();

    /// <summary>Sends a message; done when it is kept.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) =>
        throw ServiceBusClient.NoAmqp();

    /// <summary>Sends messages; done when all are kept.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task SendMessagesAsync(
        IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default) =>
        throw ServiceBusClient.NoAmqp();

    /// <summary>Sends a message that can be received later; answers its sequence number.</summary>
    /// <param name="message">The message.</param>
    /// <param name="scheduledEnqueueTime">When it can first be received.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task<long> ScheduleMessageAsync(
        ServiceBusMessage message,
        DateTimeOffset scheduledEnqueueTime,
        CancellationToken cancellationToken = default) => throw ServiceBusClient.NoAmqp();

    /// <summary>Takes a scheduled message back before its time.</summary>
    /// <param name="sequenceNumber">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task CancelScheduledMessageAsync(
        long sequenceNumber, CancellationToken cancellationToken = default) => throw ServiceBusClient.NoAmqp();

    /// <summary>Closes the sender.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task CloseAsync(CancellationToken cancellationToken = default) => throw ServiceBusClient.NoAmqp();

    /// <summary>Closes the sender.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
