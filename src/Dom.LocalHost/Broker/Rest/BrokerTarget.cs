namespace Dom.LocalHost.Broker.Rest;

/// <summary>What of an entity a request is about.</summary>
internal enum BrokerTarget
{
    /// <summary>The entity itself.</summary>
    Entity,

    /// <summary>All its messages: where to send.</summary>
    Messages,

    /// <summary>Its first message: where to receive.</summary>
    Head,

    /// <summary>One locked message.</summary>
    Lock,
}
