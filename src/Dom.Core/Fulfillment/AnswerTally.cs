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
        ArgumentNullException.ThrowIfNull(shipment);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, shipment.History.Length);
        var open = shipment.Lines.ToDictionary(line => line.LineId, line => line.Offered);
        var (answered, refused, before) = (new HashSet<LineId>(), new HashSet<LineId>(), default(AnswerHistory));
        for (var i = 0; i <= number; i++)
        {
            before = new AnswerHistory(answered.Count, refused.Count);
            var entry = shipment.History[i];
            if (IsAnswer(shipment, entry, i))
            {
                // Who gives back a part while the rest is open has answered for that part alone.
                answered.UnionWith(entry is { Action: ShipmentAction.Reject, State: ShipmentState.Offered }
                    ? entry.Returned.Select(returned => returned.LineId)
                    : open.Where(line => line.Value > 0).Select(line => line.Key));
                refused.UnionWith(entry.Returned.Select(returned => returned.LineId));
            }

            foreach (var returned in entry.Returned)
            {
                open[returned.LineId] -= returned.Quantity;
            }
        }

        return new AnswerHistory(answered.Count - before.Offered, refused.Count - before.Refused);
    }

    private static bool IsAnswer(Shipment shipment, ShipmentEntry entry, int number) =>
        entry.Action is not (ShipmentAction.Offer or ShipmentAction.Warn or ShipmentAction.Withdraw or ShipmentAction.TakeBack or ShipmentAction.Recall)
        && !(number == 1 && ShipmentFlow.IsAutoAccepted(shipment));
}
