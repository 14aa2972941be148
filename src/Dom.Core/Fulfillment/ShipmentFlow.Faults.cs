using System.Collections.Immutable;
using System.Globalization;
using Dom.Core.Orders;

namespace Dom.Core.Fulfillment;

public static partial class ShipmentFlow
{
    private static ImmutableArray<Fault> Faults(Shipment shipment, ShipmentCommand command)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        if (command.Reason is { } reason && TakesLines(command.Action) && !MayGive(shipment, reason))
        {
            var allowed = shipment.Reasons.Keys.Where(known => MayGive(shipment, known)).Order(StringComparer.Ordinal);
            faults.Add(new Fault("reason", Shown(reason), "one of " + string.Join(", ", allowed)));
        }

        if (command.Lines is { } lines)
        {
            AddLineFaults(shipment, command.Action, lines, faults);
        }
        else if (command is { Action: ShipmentAction.Pick, Reason: not null })
        {
            faults.Add(new Fault("lines", "", "the lines that are short, with how many units of each were found, where a pick names a reason"));
        }

        if (faults.Count == 0 && IsPartOfWhole(shipment, command))
        {
            faults.Add(new Fault(
                "lines",
                string.Join(", ", command.Lines!.Value.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} of line {line.LineId}"))),
                $"all that is offered, for which no lines need be named: the profile lets no part of an offer be {Participle(command.Action)}"));
        }

        return faults.ToImmutable();
    }

    /// <summary>Whether a location answers for a part of an offer that it may only take or leave as a whole.</summary>
    private static bool IsPartOfWhole(Shipment shipment, ShipmentCommand command) =>
        shipment is { State: ShipmentState.Offered, Terms.IsWholeOnly: true }
        && command.Action is ShipmentAction.Accept or ShipmentAction.Reject
        && ByLine(command.Lines) is { } named
        && shipment.Lines.Any(line => named.GetValueOrDefault(line.LineId) < line.Open);

    private static void AddLineFaults(Shipment shipment, ShipmentAction action, ImmutableArray<LineQuantity> lines, ImmutableArray<Fault>.Builder faults)
    {
        if (!TakesLines(action))
        {
            faults.Add(new Fault("lines", $"{lines.Length} lines", $"no lines for {action}: it means all that is open"));
            return;
        }

        if (lines.IsEmpty)
        {
            faults.Add(new Fault("lines", "[]", "at least one line, or no lines at all for everything that is open"));
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

    private static bool TakesLines(ShipmentAction action) => action is ShipmentAction.Accept or ShipmentAction.Reject or ShipmentAction.Pick;

    // Dom's own reasons are no location's to give: a refusal for one of them would not be counted as a refusal.
    private static bool MayGive(Shipment shipment, string reason) =>
        shipment.Reasons.ContainsKey(reason) && !ShipmentEntry.IsOfDom(reason);

    private static string Shown(string value) => value[..Math.Min(value.Length, 100)];

    private static string Path(int line, string member) => string.Create(CultureInfo.InvariantCulture, $"lines[{line}].{member}");
}
