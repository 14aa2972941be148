using Azure.Messaging.ServiceBus;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Settles the message that started a function. The host that runs the function derives from it.</summary>
public class ServiceBusMessageActions
{
    /// <summary>For deriving; the members of the base settle nothing.</summary>
    protected ServiceBusMessageActions()
    {
    }

    /// <summary>Takes the message off the queue.</summary>
    /// <param name="message">The message that started the function.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task CompleteMessageAsync(
        ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw NoHost();

    /// <summary>Gives the message back for immediate redelivery.</summary>
    /// <param name="message">The message that started the function.</param>
    /// <param name="propertiesToModify">Application properties to set.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default) => throw NoHost();

    /// <summary>Moves the message to the dead-letter sub-queue.</summary>
    /// <param name="message">The message that started the function.</param>
    /// <param name="propertiesToModify">Application properties to set.</param>
    /// <param name="deadLetterReason">Why, in a word.</param>
    /// <param name="deadLetterErrorDescription">Why, in a sentence.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) => throw NoHost();

    /// <summary>Sets the message aside, to be read by its sequence number only.</summary>
    /// <param name="message">The message that started the function.</param>
    /// <param name="propertiesToModify">Application properties to set.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task DeferMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default) => throw NoHost();

    /// <summary>Starts the lock's duration anew; <see cref="ServiceBusReceivedMessage.LockedUntil"/> keeps its value.</summary>
    /// <param name="message">The message that started the function.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task RenewMessageLockAsync(
        ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw NoHost();

    private static PlatformNotSupportedException NoHost() =>
        new("Settling a message needs the host that delivered it: this base class has none. Override the member.");
}
