using System.Collections.Immutable;

namespace Dom.Core.Fulfillment;

/// <summary>What comes of a <see cref="ShipmentCommand"/>.</summary>
public abstract record ShipmentOutcome
{
    private ShipmentOutcome()
    {
    }

    /// <summary>Handles every case.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="changed">It was done.</param>
    /// <param name="unchanged">It was done before; nothing changes.</param>
    /// <param name="refused">It cannot be done in this state.</param>
    /// <param name="invalid">It makes no sense for this shipment.</param>
    public abstract T Match<T>(Func<Changed, T> changed, Func<Unchanged, T> unchanged, Func<Refused, T> refused, Func<Invalid, T> invalid);

    /// <summary>It was done.</summary>
    /// <param name="Shipment">The shipment as it is now, with a new entry at the end of its history.</param>
    public sealed record Changed(Shipment Shipment) : ShipmentOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Changed, T> changed, Func<Unchanged, T> unchanged, Func<Refused, T> refused, Func<Invalid, T> invalid) => changed(this);
    }

    /// <summary>It had taken effect before: the same request came again, or the state was reached otherwise.</summary>
    /// <param name="Shipment">The shipment as it is.</param>
    public sealed record Unchanged(Shipment Shipment) : ShipmentOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Changed, T> changed, Func<Unchanged, T> unchanged, Func<Refused, T> refused, Func<Invalid, T> invalid) => unchanged(this);
    }

    /// <summary>It cannot be done now.</summary>
    /// <param name="State">The state that the shipment is in.</param>
    /// <param name="Possible">What can be done instead.</param>
    /// <param name="Sentence">Why not.</param>
    public sealed record Refused(ShipmentState State, ImmutableArray<ShipmentAction> Possible, string Sentence) : ShipmentOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Changed, T> changed, Func<Unchanged, T> unchanged, Func<Refused, T> refused, Func<Invalid, T> invalid) => refused(this);
    }

    /// <summary>It makes no sense for this shipment: an unknown line, too many units, an unknown reason.</summary>
    /// <param name="Faults">What is wrong.</param>
    public sealed record Invalid(ImmutableArray<Fault> Faults) : ShipmentOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Changed, T> changed, Func<Unchanged, T> unchanged, Func<Refused, T> refused, Func<Invalid, T> invalid) => invalid(this);
    }
}
