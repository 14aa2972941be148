using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Orders;
using Dom.Core.Sourcing;

namespace Dom.Core.Fulfillment;

/// <summary>Counts what a shipment says about how its location answers: each line once as answered, and once as refused where it was.</summary>
public static class AnswerTally
{
    /// <summary>What one entry of a shipment's history adds to the history of its location.</summary>
    /// <remarks>
    /// What is accepted by itself is no answer: its lines count when the location first does something with them. What Dom takes back counts for
    /// nothing. A line that is refused after it was answered, as by a short pick, turns that answer into a refusal.
    /// </remarks>
    /// <param name="shipment">The shipment.</param>
    /// <param name="number">The entry's number.</param>
    public static AnswerHistory Of(Shipment shipment, int number)
    {
        var (answered, refused) = Added(shipment, number);
        return new AnswerHistory(answered.Count, refused.Count);
    }

    /// <summary>The same by the top category of the lines' products, each category once; lines of none are left out.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="number">The entry's number.</param>
    public static ImmutableDictionary<CategoryPath, AnswerHistory> ByCategory(Shipment shipment, int number)
    {
        var (answered, refused) = Added(shipment, number);
        return shipment.Lines
            .Where(line => line.Category is not null && (answered.Contains(line.LineId) || refused.Contains(line.LineId)))
            .GroupBy(line => line.Category!.Value, line => line.LineId)
            .ToImmutableDictionary(lines => lines.Key, lines => new AnswerHistory(lines.Count(answered.Contains), lines.Count(refused.Contains)));
    }

    private static (HashSet<LineId> Answered, HashSet<LineId> Refused) Added(Shipment shipment, int number)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, shipment.History.Length);
        var open = shipment.Lines.ToDictionary(line => line.LineId, line => line.Offered);
        var (answered, refused) = (new HashSet<LineId>(), new HashSet<LineId>());
        for (var i = 0; i < number; i++)
        {
            answered.UnionWith(Answered(shipment, i, open));
            refused.UnionWith(Refused(shipment, i));
            GiveBack(shipment.History[i], open);
        }

        return ([.. Answered(shipment, number, open).Except(answered)], [.. Refused(shipment, number).Except(refused)]);
    }

    // Who gives back a part while the rest is open has answered for that part alone.
    private static IEnumerable<LineId> Answered(Shipment shipment, int number, Dictionary<LineId, int> open) =>
        !IsAnswer(shipment, number) ? []
        : shipment.History[number] is { Action: ShipmentAction.Reject, State: ShipmentState.Offered } part ? part.Returned.Select(returned => returned.LineId)
        : open.Where(line => line.Value > 0).Select(line => line.Key);

    private static IEnumerable<LineId> Refused(Shipment shipment, int number) =>
        IsAnswer(shipment, number) ? shipment.History[number].Returned.Select(returned => returned.LineId) : [];

    private static void GiveBack(ShipmentEntry entry, Dictionary<LineId, int> open)
    {
        foreach (var returned in entry.Returned)
        {
            open[returned.LineId] -= returned.Quantity;
        }
    }

    private static bool IsAnswer(Shipment shipment, int number) =>
        shipment.History[number].Action is not (ShipmentAction.Offer or ShipmentAction.Warn or ShipmentAction.Withdraw or ShipmentAction.TakeBack or ShipmentAction.Recall)
        && !(number == 1 && ShipmentFlow.IsAutoAccepted(shipment));
}
