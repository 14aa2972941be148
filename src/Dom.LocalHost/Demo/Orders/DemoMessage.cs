namespace Dom.LocalHost.Demo.Orders;

/// <summary>What a channel of the demo posts to the queue.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="MessageId">Its id in the queue, unique to the message.</param>
/// <param name="OrderId">The order that it is about.</param>
/// <param name="Channel">Who posts it.</param>
/// <param name="Body">What is posted.</param>
/// <param name="Order">The order, where it is one that Dom should take.</param>
internal sealed record DemoMessage(DemoMessageKind Kind, string MessageId, string OrderId, string Channel, byte[] Body, DemoOrder? Order = null);

/// <summary>What a message is.</summary>
internal enum DemoMessageKind
{
    /// <summary>A new order.</summary>
    Order,

    /// <summary>The cancellation of an order posted before.</summary>
    Cancellation,

    /// <summary>An order posted before, once more: to be dropped.</summary>
    Duplicate,

    /// <summary>An order posted before with other content: to be dead-lettered.</summary>
    ChangedDuplicate,

    /// <summary>Something that is no order: to be dead-lettered.</summary>
    Malformed,
}
