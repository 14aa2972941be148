using System.Collections.Immutable;

namespace Dom.Core.Orders;

/// <summary>What a channel posts to the queue.</summary>
public abstract record OrderMessage
{
    private OrderMessage()
    {
    }

    /// <summary>Answers each case.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="newOrder">For an order.</param>
    /// <param name="cancelOrder">For the cancellation of one.</param>
    /// <param name="malformed">For anything else.</param>
    public abstract T Match<T>(Func<NewOrder, T> newOrder, Func<CancelOrder, T> cancelOrder, Func<Malformed, T> malformed);

    /// <summary>An order.</summary>
    /// <param name="Order">The order.</param>
    /// <param name="Fingerprint">64 hexadecimal digits that tell its content: the same for the same content, however it is written.</param>
    public sealed record NewOrder(Order Order, string Fingerprint) : OrderMessage
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<NewOrder, T> newOrder, Func<CancelOrder, T> cancelOrder, Func<Malformed, T> malformed) => newOrder(this);
    }

    /// <summary>The wish to cancel an order.</summary>
    /// <param name="OrderId">The order.</param>
    public sealed record CancelOrder(OrderId OrderId) : OrderMessage
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<NewOrder, T> newOrder, Func<CancelOrder, T> cancelOrder, Func<Malformed, T> malformed) => cancelOrder(this);
    }

    /// <summary>Neither: something is wrong with the message.</summary>
    /// <param name="Faults">Everything that is wrong, at least one.</param>
    public sealed record Malformed(ImmutableArray<Fault> Faults) : OrderMessage
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<NewOrder, T> newOrder, Func<CancelOrder, T> cancelOrder, Func<Malformed, T> malformed) => malformed(this);
    }
}
