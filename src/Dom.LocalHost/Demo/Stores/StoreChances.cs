using System.Collections.Immutable;
using Dom.LocalHost.Demo.Orders;

namespace Dom.LocalHost.Demo.Stores;

/// <summary>What the stores of the demo do, by chance: the same seed has the same answer to the same shipment, whenever and however often it is asked.</summary>
/// <param name="seed">What decides, together with shipment and state.</param>
/// <param name="shares">How offers are answered.</param>
internal sealed class StoreChances(int seed, StoreShares shares)
{
    private const double PartialShare = 0.1;
    private const double ShortShare = 0.05;

    // The order in which work is done; a state that allows several gets the first.
    private static readonly ImmutableArray<string> Work = ["pack", "ship", "ready", "collect"];

    private static readonly WeightedChoice<(string Reason, double Weight)> Reasons = new(
        [("notFound", 0.35), ("noCapacity", 0.3), ("damaged", 0.15), ("displayOnly", 0.1), ("closed", 0.05), ("other", 0.05)], reason => reason.Weight);

    /// <summary>What a shipment's store does next.</summary>
    /// <param name="shipment">The shipment as it is.</param>
    /// <returns>The action; null where it does nothing: it has ended, or this store stays silent.</returns>
    public StoreTurn? Next(SeenShipment shipment)
    {
        var random = new Random(Hash(shipment));
        return shipment.State switch
        {
            "offered" => Answer(shipment, random),
            "accepted" or "picking" => Pick(shipment, random),
            _ => Work.FirstOrDefault(verb => shipment.PossibleActions.Contains(verb)) is { } verb
                ? Turn(shipment, verb, random) is var turn && verb == "ship"
                    ? turn with { Request = turn.Request with { Tracking = $"1Z{(uint)Hash(shipment):D10}" } }
                    : turn
                : null,
        };
    }

    private StoreTurn? Answer(SeenShipment shipment, Random random)
    {
        var draw = random.NextDouble();
        if (draw < shares.Reject)
        {
            var reject = Turn(shipment, "reject", random);
            return reject with { Request = reject.Request with { Reason = Reasons.Draw(random).Reason } };
        }

        if (draw < shares.Reject + shares.Silent)
        {
            return null;
        }

        var accept = Turn(shipment, "accept", random);
        return random.NextDouble() < PartialShare && OneLess(shipment, random) is { } fewer
            ? accept with { Request = accept.Request with { Lines = fewer, Reason = "notFound" } }
            : accept;
    }

    private static StoreTurn Pick(SeenShipment shipment, Random random)
    {
        var pick = Turn(shipment, "pick", random);
        return random.NextDouble() < ShortShare && OneLess(shipment, random) is { } fewer
            ? pick with { Request = pick.Request with { Lines = fewer, Reason = "notFound" } }
            : pick;
    }

    /// <summary>All open units but one; null where there is only one, which leaves nothing to do.</summary>
    private static ImmutableArray<StoreRequestLine>? OneLess(SeenShipment shipment, Random random)
    {
        var open = shipment.Lines.Where(line => line.Quantity > 0).ToImmutableArray();
        if (open.Sum(line => line.Quantity) < 2)
        {
            return null;
        }

        var missing = random.Next(open.Length);
        return [.. open.Select((line, index) => new StoreRequestLine(line.LineId, index == missing ? line.Quantity - 1 : line.Quantity))];
    }

    private static StoreTurn Turn(SeenShipment shipment, string verb, Random random)
    {
        var (least, most) = verb switch
        {
            "accept" or "reject" => (2, 20),
            "pick" => (3, 15),
            "collect" => (5, 30),
            _ => (2, 8),
        };
        var seconds = least + (random.NextDouble() * (most - least));
        return new StoreTurn(verb, TimeSpan.FromSeconds(seconds), new StoreRequest { RequestId = $"{shipment.ShipmentId}:{shipment.State}:{verb}" });
    }

    // FNV-1a, since string.GetHashCode differs from process to process. Source: draft-eastlake-fnv, section 2.
    private int Hash(SeenShipment shipment)
    {
        var hash = unchecked(2166136261u ^ (uint)seed);
        foreach (var character in $"{shipment.ShipmentId}:{shipment.State}")
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return unchecked((int)hash) & int.MaxValue;
    }
}
