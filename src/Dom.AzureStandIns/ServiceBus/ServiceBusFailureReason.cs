namespace Azure.Messaging.ServiceBus;

/// <summary>Why a Service Bus operation failed.</summary>
public enum ServiceBusFailureReason
{
    /// <summary>None of the others.</summary>
    GeneralError = 0,

    /// <summary>There is no such queue, topic or subscription.</summary>
    MessagingEntityNotFound = 1,

    /// <summary>The lock expired, or the message was settled already.</summary>
    MessageLockLost = 2,

    /// <summary>There is no message of that number.</summary>
    MessageNotFound = 3,

    /// <summary>The message is larger than the entity takes.</summary>
    MessageSizeExceeded = 4,

    /// <summary>The entity is disabled.</summary>
    MessagingEntityDisabled = 5,

    /// <summary>A quota is used up.</summary>
    QuotaExceeded = 6,

    /// <summary>The service asks to slow down.</summary>
    ServiceBusy = 7,

    /// <summary>The service did not answer in time.</summary>
    ServiceTimeout = 8,

    /// <summary>The service could not be reached.</summary>
    ServiceCommunicationProblem = 9,

    /// <summary>Another receiver holds the session.</summary>
    SessionCannotBeLocked = 10,

    /// <summary>The session's lock expired.</summary>
    SessionLockLost = 11,

    /// <summary>There is already an entity of that name.</summary>
    MessagingEntityAlreadyExists = 12,
}
