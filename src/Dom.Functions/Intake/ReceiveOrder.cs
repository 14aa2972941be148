using System.Collections.Immutable;
using System.Globalization;
using Azure.Messaging.ServiceBus;
using Dom.Core;
using Dom.Core.Orders;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Dom.Functions.Intake;

/// <summary>Takes orders and cancellations from the queue. What is wrong is dead-lettered with its reason, so nothing blocks the queue and nothing is lost.</summary>
public sealed class ReceiveOrder(OrderIntake intake, CancellationRetry later, ILogger<ReceiveOrder> log)
{
    /// <summary>Longest text that Service Bus stores as a dead-letter description.</summary>
    private const int MostDescriptionChars = 4096;

    /// <summary>Handles one message. A passing failure is thrown, and the message comes again.</summary>
    /// <param name="message">The message.</param>
    /// <param name="actions">Settles it.</param>
    /// <param name="client">Starts and reaches orchestrations.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(ReceiveOrder))]
    public async Task RunAsync(
        [ServiceBusTrigger("%OrdersQueue%", Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var letter = await OrderReader.Read(message.Body.ToMemory()).Match(
            order => TakeAsync(client, order, cancellationToken),
            cancel => CancelAsync(client, cancel.OrderId, message, cancellationToken),
            malformed => Task.FromResult<DeadLetter?>(new DeadLetter("OrderInvalid", Sentences(malformed.Faults))));

        if (letter is null)
        {
            await actions.CompleteMessageAsync(message, cancellationToken);
            return;
        }

        log.MessageDeadLettered(message.MessageId, letter.Reason);
        await actions.DeadLetterMessageAsync(
            message,
            deadLetterReason: letter.Reason,
            deadLetterErrorDescription: letter.Description.Length <= MostDescriptionChars ? letter.Description : letter.Description[..MostDescriptionChars],
            cancellationToken: cancellationToken);
    }

    private async Task<DeadLetter?> TakeAsync(DurableTaskClient client, OrderMessage.NewOrder posted, CancellationToken cancellationToken)
    {
        var (outcome, faults) = await intake.TakeAsync(client, posted.Order, posted.Fingerprint, cancellationToken);
        log.OrderReceived(posted.Order.OrderId.Value, outcome);
        return outcome switch
        {
            IntakeOutcome.Changed => new DeadLetter(
                "OrderChanged", $"orderId is '{posted.Order.OrderId}'; an order with this id and other content was received before. Give a changed order a new id."),
            IntakeOutcome.Refused => new DeadLetter("OrderInvalid", Sentences(faults)),
            _ => null,
        };
    }

    private async Task<DeadLetter?> CancelAsync(
        DurableTaskClient client, OrderId orderId, ServiceBusReceivedMessage message, CancellationToken cancellationToken)
    {
        if (await intake.CancelAsync(client, orderId, cancellationToken) is not null)
        {
            return null;
        }

        // The order itself may still be behind its cancellation in the queue.
        return await later.TryAgainAsync(message, cancellationToken)
            ? null
            : new DeadLetter("OrderUnknown", $"orderId is '{orderId}'; no order with this id was received.");
    }

    private static string Sentences(ImmutableArray<Fault> faults) => string.Create(
        CultureInfo.InvariantCulture, $"{faults.Length} fault{(faults.Length == 1 ? "" : "s")}: {string.Join(" ", faults.Select(fault => fault.ToSentence()))}");

    private sealed record DeadLetter(string Reason, string Description);
}
