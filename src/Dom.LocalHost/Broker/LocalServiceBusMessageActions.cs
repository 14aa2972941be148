using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace Dom.LocalHost.Broker;

/// <summary>Settles messages that one trigger received from the broker.</summary>
/// <param name="queue">Where they were received.</param>
internal sealed class LocalServiceBusMessageActions(BrokerQueue queue) : ServiceBusMessageActions
{
    /// <inheritdoc/>
    public override Task CompleteMessageAsync(
        ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        queue.CompleteAsync(Token(message), cancellationToken);

    /// <inheritdoc/>
    public override Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default) =>
        queue.AbandonAsync(Token(message), propertiesToModify, cancellationToken);

    /// <inheritdoc/>
    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) =>
        queue.DeadLetterAsync(
            Token(message), new(deadLetterReason, deadLetterErrorDescription), propertiesToModify, cancellationToken);

    /// <summary>The local broker keeps no deferred messages.</summary>
    /// <param name="message">The message.</param>
    /// <param name="propertiesToModify">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Task DeferMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(
            $"Message '{message.MessageId}' cannot be deferred: the local broker keeps no deferred messages, "
            + "and a trigger would never see it again. Send a scheduled copy and complete the message.");

    /// <inheritdoc/>
    public override Task RenewMessageLockAsync(
        ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        queue.RenewAsync(Token(message), cancellationToken);

    private static Guid Token(ServiceBusReceivedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Guid.Parse(message.LockToken, System.Globalization.CultureInfo.InvariantCulture);
    }
}
