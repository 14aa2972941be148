using Dom.Core.Fulfillment;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

/// <summary>Commands by chance: sensible, late, repeated and wrong ones.</summary>
internal static class RandomCommands
{
    private static readonly ShipmentAction[] Early = [ShipmentAction.Accept, ShipmentAction.Pick, ShipmentAction.Unpick, ShipmentAction.Reject];

    public static ShipmentCommand Make(Random random, Shipment shipment)
    {
        // Mostly early actions, so that shipments live long enough to be interesting.
        var action = random.Next(3) > 0 ? Early[random.Next(Early.Length)] : Enum.GetValues<ShipmentAction>()[random.Next(13)];
        var namesLines = random.Next(20) == 0 || (Early.Contains(action) && action != ShipmentAction.Unpick && random.Next(6) > 0);
        var lines = namesLines ? shipment.Lines.Where(_ => random.Next(3) > 0).Select(line => (line.LineId.Value, Quantity(random, line))).ToArray() : [];

        return A.Command(action, lines) with
        {
            Reason = random.Next(3) switch { 0 => "notFound", 1 when random.Next(20) == 0 => "unheard of", _ => null },
            RequestId = random.Next(4) == 0 ? $"r{random.Next(8)}" : null,
            Skus = [.. shipment.Lines.Where(_ => random.Next(2) > 0).Select(line => line.Sku)],
        };
    }

    private static int Quantity(Random random, ShipmentLine line) => random.Next(8) switch
    {
        0 => line.Offered + 1,
        1 => -1,
        2 => line.Open,
        _ => random.Next(line.Offered + 1),
    };
}
