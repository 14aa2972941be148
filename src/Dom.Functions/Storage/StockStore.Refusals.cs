using System.Collections.Immutable;
using Azure.Data.Tables;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.Functions.Storage;

public sealed partial class StockStore
{
    /// <summary>How long a refusal is remembered.</summary>
    public static readonly TimeSpan RefusalsRememberedFor = TimeSpan.FromDays(90);

    /// <summary>Refusals of one location that are remembered: the newest.</summary>
    public const int MostRefusals = 50;

    // Within the location's rows, so that one query brings both; no location's id begins so.
    private const string RefusedPrefix = LocationPrefix + "~refused|";

    /// <summary>Gives back held units that a location refused, or part of them, and notes the refusal beside the stock. A repeat changes nothing.</summary>
    /// <param name="hold">The hold; its quantity is what stays held, 0 for none.</param>
    /// <param name="effect">What the reason says about the stock.</param>
    /// <param name="refusal">The refusal; none where the location may be asked again at once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether there is more to promise now than before.</returns>
    public Task<bool> ReleaseAsync(StockHold hold, StockEffect effect, SkuRefusal? refusal, CancellationToken cancellationToken) =>
        ChangeHoldAsync(hold, (level, released) => After(level, released, effect), refusal, cancellationToken);

    private static StockLevel After(StockLevel level, int released, StockEffect effect)
    {
        var held = level.Held - released;
        var onHand = effect switch
        {
            StockEffect.None => level.OnHand,
            StockEffect.Quantity => Math.Max(0, level.OnHand - released),
            StockEffect.All => Math.Min(level.OnHand, held),
            _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "No reason has this effect."),
        };
        return level with { OnHand = onHand, Held = held };
    }

    private static string RefusedKey(LocationId locationId) => RefusedPrefix + locationId;

    private static LocationRefusals Refusals(TableEntity row) =>
        new(new LocationId(row.RowKey[RefusedPrefix.Length..]), row.Document<ImmutableArray<SkuRefusal>>());

    /// <summary>The change that notes a refusal in a location's row.</summary>
    private static TableTransactionAction NoteAction(string partition, LocationId locationId, TableEntity? row, SkuRefusal refusal)
    {
        var known = row is null ? [] : Refusals(row).Refusals;
        var noted = known
            .Where(earlier => earlier.At > refusal.At - RefusalsRememberedFor && !earlier.IsSameAs(refusal))
            .Append(refusal)
            .OrderBy(earlier => earlier.At)
            .TakeLast(MostRefusals)
            .ToImmutableArray();
        var note = new TableEntity(partition, RefusedKey(locationId)).WithDocument(noted);
        return row is null
            ? new TableTransactionAction(TableTransactionActionType.Add, note)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, note, row.ETag);
    }
}

/// <summary>What a location has lately refused of a SKU.</summary>
/// <param name="LocationId">The location.</param>
/// <param name="Refusals">The refusals that are noted, oldest first.</param>
public sealed record LocationRefusals(LocationId LocationId, ImmutableArray<SkuRefusal> Refusals);

/// <summary>A location's refusal of a SKU.</summary>
/// <param name="ShipmentId">The shipment that it refused, or refused a part of.</param>
/// <param name="Entry">The number of the entry in the shipment's history.</param>
/// <param name="At">When.</param>
public sealed record SkuRefusal(ShipmentId ShipmentId, int Entry, DateTimeOffset At)
{
    /// <summary>Whether it is the same refusal: of another line of the shipment, or told twice.</summary>
    /// <param name="other">The other one.</param>
    public bool IsSameAs(SkuRefusal other) => ShipmentId == other?.ShipmentId && Entry == other.Entry;
}
