using System.Collections.Immutable;

namespace Dom.Core.Fulfillment;

/// <summary>Units that a shipment gives back to its order.</summary>
public sealed record ShipmentReturn
{
    /// <summary>The shipment.</summary>
    public required ShipmentId ShipmentId { get; init; }

    /// <summary>The number of the entry in the shipment's history; with the shipment's id it names the return.</summary>
    public required int Entry { get; init; }

    /// <summary>
    /// Why: a reason of the location's, <see cref="ShipmentEntry.ExpiredReason"/>, <see cref="ShipmentEntry.WithdrawnReason"/>,
    /// <see cref="ShipmentEntry.CollateralReason"/> or <see cref="ShipmentEntry.RecalledReason"/>.
    /// </summary>
    public required string Reason { get; init; }

    /// <summary>What goes back; each more than 0.</summary>
    public required ImmutableArray<LineQuantity> Lines { get; init; }

    /// <summary>When it goes back; none in what was told before returns had a time.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether it counts towards the refusals after which a line waits for an operator, where it is a refusal.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>Whether the location is to be passed over for these lines, where it is a refusal.</summary>
    public bool CoolsOff { get; init; } = true;

    /// <summary>From when on the location may be asked for these lines again; none means never.</summary>
    public DateTimeOffset? AskAgainAt { get; init; }

    /// <summary>Whether the location failed the order.</summary>
    public bool IsRefusal => Reason is not (ShipmentEntry.WithdrawnReason or ShipmentEntry.CollateralReason or ShipmentEntry.RecalledReason);

    /// <summary>The returns in a shipment's history.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="from">The number of the first entry to look at.</param>
    public static ImmutableArray<ShipmentReturn> In(Shipment shipment, int from = 0)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        return
        [
            .. shipment.History.Select((entry, number) => (entry, number))
                .Skip(from)
                .Where(item => !item.entry.Returned.IsEmpty)
                .Select(item => Of(shipment, item.entry, item.number)),
        ];
    }

    private static ShipmentReturn Of(Shipment shipment, ShipmentEntry entry, int number)
    {
        var (terms, reason) = (shipment.Terms, entry.Reason ?? "other");
        var coolOff = reason == ShipmentEntry.ExpiredReason ? terms.CoolOffAfterExpiry : terms.CoolOffAfterReject;
        return new ShipmentReturn
        {
            ShipmentId = shipment.ShipmentId,
            Entry = number,
            Reason = reason,
            Lines = entry.Returned,
            At = entry.At,
            IsCounted = !terms.UncountedReasons.Contains(reason),
            CoolsOff = !terms.ReasonsWithoutCoolingOff.Contains(reason),
            AskAgainAt = entry.At + coolOff,
        };
    }
}

/// <summary>How a shipment ended.</summary>
public sealed record ShipmentResult
{
    /// <summary>The shipment.</summary>
    public required ShipmentId ShipmentId { get; init; }

    /// <summary>The state that it ended in.</summary>
    public required ShipmentState State { get; init; }

    /// <summary>All that it gave back over its life.</summary>
    public required ImmutableArray<ShipmentReturn> Returns { get; init; }

    /// <summary>What reached the carrier or the customer; each more than 0.</summary>
    public required ImmutableArray<LineQuantity> Fulfilled { get; init; }

    /// <summary>The result of a shipment that has ended.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <exception cref="ArgumentException">It has not ended.</exception>
    public static ShipmentResult Of(Shipment shipment)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        if (!ShipmentFlow.IsEnd(shipment.State))
        {
            throw new ArgumentException($"Shipment {shipment.ShipmentId} is {shipment.State}; it has not ended.", nameof(shipment));
        }

        return new ShipmentResult
        {
            ShipmentId = shipment.ShipmentId,
            State = shipment.State,
            Returns = ShipmentReturn.In(shipment),
            Fulfilled = ShipmentFlow.IsFulfilled(shipment.State)
                ? [.. shipment.Lines.Where(line => line.Open > 0).Select(line => new LineQuantity(line.LineId, line.Open))]
                : [],
        };
    }
}
