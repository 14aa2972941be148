namespace Dom.Core.Fulfillment;

/// <summary>What an orchestration that follows a shipment does next.</summary>
public abstract record ShipmentStep
{
    private ShipmentStep()
    {
    }

    /// <summary>Handles every case.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="awaitAnswer">Wait for the location's answer.</param>
    /// <param name="awaitWork">Wait for the location's next action.</param>
    /// <param name="ended">Nothing more happens.</param>
    public abstract T Match<T>(Func<AwaitAnswer, T> awaitAnswer, Func<AwaitWork, T> awaitWork, Func<Ended, T> ended);

    /// <summary>Wait for the location's answer; when the time is up, the location is warned or the offer expires.</summary>
    /// <param name="Until">When the location is to be warned, where it is to be and was not, else the deadline.</param>
    public sealed record AwaitAnswer(DateTimeOffset Until) : ShipmentStep
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<AwaitAnswer, T> awaitAnswer, Func<AwaitWork, T> awaitWork, Func<Ended, T> ended) => awaitAnswer(this);
    }

    /// <summary>Wait for the location's next action.</summary>
    public sealed record AwaitWork : ShipmentStep
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<AwaitAnswer, T> awaitAnswer, Func<AwaitWork, T> awaitWork, Func<Ended, T> ended) => awaitWork(this);
    }

    /// <summary>Nothing more happens to the shipment.</summary>
    public sealed record Ended : ShipmentStep
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<AwaitAnswer, T> awaitAnswer, Func<AwaitWork, T> awaitWork, Func<Ended, T> ended) => ended(this);
    }
}
