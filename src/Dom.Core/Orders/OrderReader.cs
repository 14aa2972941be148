using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Messages;
using Dom.Core.Network;

namespace Dom.Core.Orders;

/// <summary>Reads what channels post: an order, or the cancellation of one.</summary>
/// <remarks>Names are camelCase and letter case counts; names that are not known are ignored; null is the same as not there.</remarks>
public static class OrderReader
{
    /// <summary>Most lines of an order.</summary>
    public const int MaxLines = 500;

    /// <summary>Most units of a line.</summary>
    public const int MaxQuantity = 10_000;

    /// <summary>Highest price of a unit, in minor units.</summary>
    public const long MaxUnitPriceMinorUnits = 1_000_000_000_000;

    /// <summary>Greatest weight of a unit, in grams: 1,000 t.</summary>
    public const int MaxUnitGrams = 1_000_000_000;

    /// <summary>Reads a message.</summary>
    /// <param name="utf8">The message's body: JSON in UTF-8.</param>
    /// <returns>What it is; if anything is wrong with it, everything that is.</returns>
    public static OrderMessage Read(ReadOnlyMemory<byte> utf8) =>
        JsonDocumentReader.Read<OrderMessage>(utf8, ReadMessage).Match(read => read.Value, refused => new OrderMessage.Malformed(refused.Faults));

    private static OrderMessage? ReadMessage(JsonField root)
    {
        if (!root.Required("an order: a JSON object").IsObject("an order: a JSON object"))
        {
            return null;
        }

        var orderId = root.Member("orderId").Required(Identifier.PlainRule).PlainId<OrderId>();
        return root.Member("cancel").Flag() == true
            ? orderId is { } cancelled ? new OrderMessage.CancelOrder(cancelled) : null
            : ReadOrder(root, orderId);
    }

    private static OrderMessage.NewOrder? ReadOrder(JsonField root, OrderId? orderId)
    {
        var channel = root.Member("channel").Required(Identifier.PrintableRule).Printable();
        var legalEntity = root.Member("legalEntity").Printable();
        var placedAt = root.Member("placedAt").Required("an ISO 8601 time with an offset").Instant();
        var currency = root.Member("currency").Required("three capital letters").Capitals(3, "three capital letters, an ISO 4217 code such as USD");
        var priority = root.Member("priority").Whole(int.MinValue, int.MaxValue);
        var customerTier = root.Member("customerTier").Printable();
        var isOnHold = root.Member("onHold").Flag();
        var requested = root.Member("requestedDeliveryDate").Day();
        var destination = DestinationReader.Read(root.Member("destination"), out var hasCoordinates);
        var lines = ReadLines(root);
        if (orderId is not { } id || channel is null || placedAt is not { } placed || currency is null)
        {
            return null;
        }

        var order = new Order
        {
            OrderId = id,
            Channel = channel,
            LegalEntity = legalEntity,
            PlacedAt = placed,
            Currency = currency,
            Priority = priority ?? 0,
            CustomerTier = customerTier,
            OnHold = isOnHold ?? false,
            RequestedDeliveryDate = requested,
            Destination = destination,
            Lines = lines,
        };
        return new OrderMessage.NewOrder(order, OrderFingerprint.Of(order, hasCoordinates));
    }

    private static ImmutableArray<OrderLine> ReadLines(JsonField root)
    {
        const string allowed = "a list of 1 to 500 lines";
        var lines = ImmutableArray.CreateBuilder<OrderLine>();
        var seen = new HashSet<LineId>();
        var (isSent, isOwnWithoutStore) = (false, false);
        foreach (var field in root.Member("lines").Required(allowed).Elements(1, MaxLines, allowed))
        {
            if (ReadLine(field, seen, out var mode) is { } line)
            {
                lines.Add(line);
            }

            isSent |= mode == DeliveryMode.Ship;

            // What a mode of the retailer's own does is its profile's to say, which is not known here: what names a store may be collected there.
            isOwnWithoutStore |= mode is { } way && !IsCollected(way) && !field.Member("pickupLocationId").IsPresent;
        }

        if (isSent || isOwnWithoutStore)
        {
            root.Member("destination").Required(isSent
                ? "an address, since a line is sent to the customer"
                : "an address, since a line of a mode of the retailer's own names no pickupLocationId");
        }

        return lines.ToImmutable();
    }

    private static bool IsCollected(DeliveryMode mode) => mode == DeliveryMode.Pickup || mode == DeliveryMode.ShipToStore;

    private static OrderLine? ReadLine(JsonField field, HashSet<LineId> seen, out DeliveryMode? mode)
    {
        mode = null;
        if (!field.Required("a line").IsObject("a line: a JSON object"))
        {
            return null;
        }

        var lineId = field.Member("lineId").Required(Identifier.PlainRule).PlainId<LineId>();
        if (lineId is { } known && !seen.Add(known))
        {
            field.Member("lineId").Refuse("an id that no other line of the order has");
        }

        var sku = field.Member("sku").Required(Identifier.PrintableRule).Printable();
        var quantity = field.Member("quantity").Required("a whole number from 1 to 10000").Whole(1, MaxQuantity);
        var unitPrice = field.Member("unitPrice").Whole(0, MaxUnitPriceMinorUnits);
        var unitGrams = field.Member("unitGrams").Whole(0, MaxUnitGrams);
        mode = field.Member("mode").Required("ship, pickup, shipToStore or a mode of the retailer's own").PlainId<DeliveryMode>();
        var store = mode is { } collected && IsCollected(collected)
            ? field.Member("pickupLocationId").Required($"a location, since mode is {mode}").PlainId<LocationId>()
            : field.Member("pickupLocationId").PlainId<LocationId>();
        var keepTogether = field.Member("keepTogether").Printable();
        return lineId is { } id && sku is not null && quantity is { } units && mode is { } way
            ? new OrderLine
            {
                LineId = id,
                Sku = new Sku(sku),
                Quantity = units,
                UnitPriceMinorUnits = unitPrice ?? 0,
                UnitGrams = unitGrams ?? 0,
                Mode = way,
                PickupLocationId = store,
                KeepTogether = keepTogether,
            }
            : null;
    }
}
