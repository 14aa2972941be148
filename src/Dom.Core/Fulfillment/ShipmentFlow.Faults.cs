using System.Collections.Immutable;
using System.Globalization;
using Dom.Core.Orders;

namespace Dom.Core.Fulfillment;

public static partial class ShipmentFlow
{
    private static ImmutableArray<Fault> Faults(Shipment shipment, ShipmentCommand command)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        if (command.Reason is { } reason
            && command.Action is ShipmentAction.Accept or ShipmentAction.Reject or ShipmentAction.Pick
            && !shipment.Reasons.ContainsKey(reason))
        {
            faults.Add(new Fault("reason", reason, "one of " + string.Join(", ", shipment.Reasons.Keys.Order(StringComparer.Ordinal))));
        }

        if (command.Lines is { } lines)
        {
            AddLineFaults(shipment, command.Action, lines, faults);
        }

        return faults.ToImmutable();
    }

    private static void AddLineFaults(Shipment shipment, ShipmentAction action, ImmutableArray<LineQuantity> lines, ImmutableArray<Fault>.Builder faults)
    {
        if (action is not (ShipmentAction.Accept or ShipmentAction.Reject or ShipmentAction.Pick))
        {
            faults.Add(new Fault("lines", $"{lines.Length} lines", $"no lines for {action}: it means all that is open"));
            return;
        }

        var seen = new HashSet<LineId>();
        for (var i = 0; i < lines.Length; i++)
        {
            var (lineId, quantity) = lines[i];
            if (shipment.Lines.FirstOrDefault(line => line.LineId == lineId) is not { } line)
            {
                faults.Add(new Fault(Path(i, "lineId"), lineId.Value, "one of " + string.Join(", ", shipment.Lines.Select(known => known.LineId))));
            }
            else if (!seen.Add(lineId))
            {
                faults.Add(new Fault(Path(i, "lineId"), lineId.Value, "each line once"));
            }
            else if (quantity < 0 || quantity > line.Offered)
            {
                faults.Add(new Fault(
                    Path(i, "quantity"), quantity.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"0 to {line.Offered}")));
            }
        }
    }

    private static string Path(int line, string member) => string.Create(CultureInfo.InvariantCulture, $"lines[{line}].{member}");
}
