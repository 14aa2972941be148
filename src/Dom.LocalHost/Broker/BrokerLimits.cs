namespace Dom.LocalHost.Broker;

/// <summary>
/// Limits of a Service Bus namespace of the Standard tier.
/// Source: Azure Service Bus documentation, "Service Bus quotas".
/// </summary>
internal static class BrokerLimits
{
    /// <summary>Bytes of a message: body, application properties and ids.</summary>
    public const int MaxMessageBytes = 256 * 1024;

    /// <summary>Characters of a message id, a session id or a partition key.</summary>
    public const int MaxIdLength = 128;

    /// <summary>Characters of a dead-letter reason, and of its description.</summary>
    public const int MaxReasonLength = 4096;
}
