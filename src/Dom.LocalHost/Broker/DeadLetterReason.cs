using System.Globalization;
using Azure.Messaging.ServiceBus;

namespace Dom.LocalHost.Broker;

/// <summary>Why a message is dead-lettered.</summary>
/// <param name="Reason">In a word; null says nothing.</param>
/// <param name="Description">In a sentence; null says nothing.</param>
internal sealed record DeadLetterReason(string? Reason, string? Description)
{
    /// <summary>The property that holds the reason.</summary>
    public const string ReasonProperty = "DeadLetterReason";

    /// <summary>The property that holds the description.</summary>
    public const string DescriptionProperty = "DeadLetterErrorDescription";

    /// <summary>It waited too long.</summary>
    public static DeadLetterReason Expired { get; } =
        new("TTLExpiredException", "The message waited longer than its time to live.");

    /// <summary>It was delivered too often without being settled.</summary>
    /// <param name="deliveries">How often it could be.</param>
    public static DeadLetterReason TooManyDeliveries(int deliveries) => new(
        "MaxDeliveryCountExceeded",
        string.Create(CultureInfo.InvariantCulture, $"The message was not completed in {deliveries} deliveries."));

    /// <summary>Checks the lengths.</summary>
    /// <param name="path">The message's path, for the error.</param>
    /// <exception cref="ServiceBusException">A text is longer than 4,096 characters.</exception>
    public void Validate(string path)
    {
        Check(path, "reason", Reason);
        Check(path, "error description", Description);
    }

    /// <summary>The message with the reason among its properties.</summary>
    /// <param name="message">The message.</param>
    public BrokerMessage AddTo(BrokerMessage message)
    {
        var properties = new Dictionary<string, object>(message.Properties);
        Set(properties, ReasonProperty, Reason);
        Set(properties, DescriptionProperty, Description);
        return message with { Properties = properties, HandOutsBefore = 0, ScheduledFor = null };
    }

    private static void Set(Dictionary<string, object> properties, string name, string? value)
    {
        if (value is not null)
        {
            properties[name] = value;
        }
    }

    private static void Check(string path, string name, string? text)
    {
        if (text?.Length > BrokerLimits.MaxReasonLength)
        {
            throw new ServiceBusException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The dead-letter {name} has {text.Length} characters; allowed are {BrokerLimits.MaxReasonLength}."),
                ServiceBusFailureReason.GeneralError,
                path);
        }
    }
}
