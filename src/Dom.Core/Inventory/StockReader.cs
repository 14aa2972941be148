using System.Collections.Immutable;
using Dom.Core.Messages;
using Dom.Core.Network;

namespace Dom.Core.Inventory;

/// <summary>Reads the counts of stock that operators and other systems post.</summary>
/// <remarks>Names are camelCase and letter case counts; names that are not known are ignored.</remarks>
public static class StockReader
{
    /// <summary>Most rows at once.</summary>
    public const int MaxRows = 1_000;

    /// <summary>Most units of a SKU at a location.</summary>
    public const int MaxOnHand = 1_000_000_000;

    /// <summary>Reads a list of counts.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <returns>The counts in the order in which they came, no SKU twice at a location; or everything that is wrong.</returns>
    public static Reading<IReadOnlyList<StockCount>> Read(ReadOnlyMemory<byte> utf8) =>
        JsonDocumentReader.Read<IReadOnlyList<StockCount>>(utf8, ReadRows);

    private static ImmutableList<StockCount> ReadRows(JsonField root)
    {
        const string allowed = "a list of 1 to 1000 rows";
        var rows = ImmutableList.CreateBuilder<StockCount>();
        var seen = new HashSet<(Sku, LocationId)>();
        foreach (var field in root.Required(allowed).Elements(1, MaxRows, allowed))
        {
            if (ReadRow(field) is not { } row)
            {
                continue;
            }

            rows.Add(row);
            if (!seen.Add((row.Sku, row.LocationId)))
            {
                field.Refuse("each SKU once at a location");
            }
        }

        return rows.ToImmutable();
    }

    private static StockCount? ReadRow(JsonField field)
    {
        if (!field.Required("a row").IsObject("a row: a JSON object"))
        {
            return null;
        }

        var sku = field.Member("sku").Required(Identifier.PrintableRule).Printable();
        var locationId = field.Member("locationId").Required(Identifier.PlainRule).PlainId<LocationId>();
        var onHand = field.Member("onHand").Required("a whole number of units").Whole(0, MaxOnHand);
        return sku is not null && locationId is { } location && onHand is { } units ? new StockCount(new Sku(sku), location, units) : null;
    }
}
