using System.Globalization;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Intake;

/// <summary>Puts a cancellation back for later: Service Bus gives no order among messages, so it may overtake its order.</summary>
public sealed class CancellationRetry(ServiceBusClient client, IOptions<DomOptions> options, TimeProvider clock) : IAsyncDisposable
{
    private const string TryProperty = "dom-try";
    private const int MostTries = 5;

    private readonly ServiceBusSender _sender = client.CreateSender(options.Value.OrdersQueue);

    /// <summary>Schedules a copy of the message after 2, 4, 8 … seconds.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it comes again; false after the fifth time.</returns>
    public async Task<bool> TryAgainAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken)
    {
        var tries = message.ApplicationProperties.GetValueOrDefault(TryProperty) is int counted ? counted : 0;
        if (tries >= MostTries)
        {
            return false;
        }

        var copy = new ServiceBusMessage(message.Body)
        {
            // Named after the message that it repeats: sent twice after a crash, it is still one message.
            MessageId = string.Create(CultureInfo.InvariantCulture, $"again/{message.SequenceNumber}"),
            ContentType = message.ContentType,
            ScheduledEnqueueTime = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, tries + 1)),
        };
        copy.ApplicationProperties[TryProperty] = tries + 1;
        await _sender.SendMessageAsync(copy, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _sender.DisposeAsync();
}
