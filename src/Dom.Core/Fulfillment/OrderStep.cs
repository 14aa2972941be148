using System.Collections.Immutable;

namespace Dom.Core.Fulfillment;

/// <summary>What an order's orchestration does next.</summary>
public abstract record OrderStep
{
    private OrderStep()
    {
    }

    /// <summary>Handles every case.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="source">Choose locations.</param>
    /// <param name="withdraw">Tell shipments that the order is called off.</param>
    /// <param name="recall">Recall offers, for other locations to have them.</param>
    /// <param name="record">Store how far the order is.</param>
    /// <param name="wait">Wait for an event.</param>
    /// <param name="finish">Record the outcome and end.</param>
    public abstract T Match<T>(Func<Source, T> source, Func<Withdraw, T> withdraw, Func<Recall, T> recall, Func<Record, T> record, Func<Wait, T> wait, Func<Finish, T> finish);

    /// <summary>Choose locations for what no location has.</summary>
    public sealed record Source : OrderStep
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Source, T> source, Func<Withdraw, T> withdraw, Func<Recall, T> recall, Func<Record, T> record, Func<Wait, T> wait, Func<Finish, T> finish) => source(this);
    }

    /// <summary>Tell shipments that the order is called off.</summary>
    /// <param name="Shipments">The shipments that have not been told.</param>
    public sealed record Withdraw(ImmutableArray<ShipmentId> Shipments) : OrderStep
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Source, T> source, Func<Withdraw, T> withdraw, Func<Recall, T> recall, Func<Record, T> record, Func<Wait, T> wait, Func<Finish, T> finish) => withdraw(this);
    }

    /// <summary>Recall offers, for other locations to have them: all of them, or none where a location has answered one.</summary>
    /// <param name="Shipments">The offers.</param>
    public sealed record Recall(ImmutableArray<OpenShipment> Shipments) : OrderStep
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Source, T> source, Func<Withdraw, T> withdraw, Func<Recall, T> recall, Func<Record, T> record, Func<Wait, T> wait, Func<Finish, T> finish) => recall(this);
    }

    /// <summary>Store how far the order is, so that whoever asks sees it.</summary>
    public sealed record Record : OrderStep
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Source, T> source, Func<Withdraw, T> withdraw, Func<Recall, T> recall, Func<Record, T> record, Func<Wait, T> wait, Func<Finish, T> finish) => record(this);
    }

    /// <summary>Wait: for a shipment, an operator, the channel, stock, or until a location may be asked again.</summary>
    /// <param name="Until">When a refusal lapses that keeps a line waiting; none where nothing lapses.</param>
    public sealed record Wait(DateTimeOffset? Until = null) : OrderStep
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Source, T> source, Func<Withdraw, T> withdraw, Func<Recall, T> recall, Func<Record, T> record, Func<Wait, T> wait, Func<Finish, T> finish) => wait(this);
    }

    /// <summary>Nothing of the order is open: record the outcome and end.</summary>
    public sealed record Finish : OrderStep
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Source, T> source, Func<Withdraw, T> withdraw, Func<Recall, T> recall, Func<Record, T> record, Func<Wait, T> wait, Func<Finish, T> finish) => finish(this);
    }
}
