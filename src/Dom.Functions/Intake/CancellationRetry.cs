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
        var tries = message.ApplicationProperties.TryGetValue(TryProperty, out var value)
            ? Convert.ToInt32(value, CultureInfo.InvariantCulture)
            : 0;
        if (tries >= MostTries)
        {
            return false;
        }

        // The id says which try it is: sent twice after a crash, it is still one message.
        var first = tries == 0 ? message.MessageId : message.MessageId[..message.MessageId.LastIndexOf('/')];
        var copy = new ServiceBusMessage(message.Body)
        {
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{first}/{tries + 1}"),
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
