#nullable disable // as the real package: its API carries no nullability
using System.Globalization;

namespace Azure.Messaging.ServiceBus;

/// <summary>A Service Bus operation failed.</summary>
public class ServiceBusException : Exception
{
    /// <summary>Says nothing.</summary>
    public ServiceBusException()
    {
    }

    /// <summary>Says why, and whether trying again may help.</summary>
    /// <param name="isTransient">Whether trying again may help.</param>
    /// <param name="message">What happened.</param>
    /// <param name="entityName">The queue, topic or subscription.</param>
    /// <param name="reason">Why.</param>
    /// <param name="innerException">The cause.</param>
    public ServiceBusException(
        bool isTransient,
        string message,
        string entityName = null,
        ServiceBusFailureReason reason = ServiceBusFailureReason.GeneralError,
        Exception innerException = null)
        : base(message, innerException)
    {
        IsTransient = isTransient;
        EntityPath = entityName;
        Reason = reason;
    }

    /// <summary>Says why; the reason decides whether trying again may help.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="reason">Why.</param>
    /// <param name="entityPath">The queue, topic or subscription.</param>
    /// <param name="innerException">The cause.</param>
    public ServiceBusException(
        string message, ServiceBusFailureReason reason, string entityPath = null, Exception innerException = null)
        : this(
            reason is ServiceBusFailureReason.ServiceBusy
                or ServiceBusFailureReason.ServiceTimeout
                or ServiceBusFailureReason.ServiceCommunicationProblem,
            message,
            entityPath,
            reason,
            innerException)
    {
    }

    /// <summary>The queue, topic or subscription.</summary>
    public string EntityPath { get; }

    /// <summary>Whether trying again may help.</summary>
    public bool IsTransient { get; }

    /// <summary>Why.</summary>
    public ServiceBusFailureReason Reason { get; }

    /// <summary>What happened, with the reason and the entity.</summary>
    public override string Message => EntityPath is null
        ? string.Create(CultureInfo.InvariantCulture, $"{base.Message} ({Reason})")
        : string.Create(CultureInfo.InvariantCulture, $"{base.Message} ({EntityPath} - {Reason})");
}
