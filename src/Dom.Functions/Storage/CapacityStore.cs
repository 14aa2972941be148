using System.Collections.Immutable;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Sourcing;

namespace Dom.Functions.Storage;

/// <summary>What each location has taken on each day, in Table Storage: a partition for each day.</summary>
/// <remarks>A claim is one transaction, as a hold on stock is: the location's counts change under their ETag and the claim's row appears.</remarks>
public sealed class CapacityStore(DomTables tables)
{
    private const string LocationPrefix = "at|";
    private const string ClaimPrefix = "claim|";
    private const string OrdersProperty = "Orders";
    private const string LinesProperty = "Lines";
    private const string UnitsProperty = "Units";
    private const int ConflictRetries = 50;

    private readonly Turns _turns = new();

    /// <summary>What was taken on a day, by location; a location that has taken nothing may be absent.</summary>
    /// <param name="day">The day, local to the locations.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ImmutableDictionary<LocationId, DayLoad>> ReadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var loads = ImmutableDictionary.CreateBuilder<LocationId, DayLoad>();
        await foreach (var row in tables.Capacity.QueryAsync<TableEntity>(TableFilter.Prefix(Partition(day), LocationPrefix), cancellationToken: cancellationToken))
        {
            loads.Add(new LocationId(row.RowKey[LocationPrefix.Length..]), Load(row));
        }

        return loads.ToImmutable();
    }

    /// <summary>Takes room in a location's day for a shipment.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="load">What the shipment counts for.</param>
    /// <param name="limit">What the location takes on a day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it has room; false where the day is too full. Room that an earlier run took counts.</returns>
    public async Task<bool> ClaimAsync(CapacityClaim claim, DayLoad load, DayLimit limit, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(LocationKey(claim.LocationId), cancellationToken);
        for (var retry = 0; ; retry++)
        {
            var (day, own) = await FindAsync(claim, cancellationToken);
            if (own is not null)
            {
                return true;
            }

            var taken = day is null ? default : Load(day);
            if (!limit.Allows(taken, load))
            {
                return false;
            }

            var counted = Row(claim, LocationKey(claim.LocationId), taken + load);
            try
            {
                await tables.Capacity.SubmitTransactionAsync(
                    [
                        day is null
                            ? new TableTransactionAction(TableTransactionActionType.Add, counted)
                            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, counted, day.ETag),
                        new TableTransactionAction(TableTransactionActionType.Add, Row(claim, ClaimKey(claim), load)),
                    ],
                    cancellationToken);
                return true;
            }
            catch (TableTransactionFailedException fault) when (fault.IsConflict() && retry < ConflictRetries)
            {
                // Another order was faster: count again.
                await ConflictPause.WaitAsync(retry, cancellationToken);
            }
        }
    }

    /// <summary>Gives back what a claim took. A repeat changes nothing.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task ReleaseAsync(CapacityClaim claim, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(LocationKey(claim.LocationId), cancellationToken);
        for (var retry = 0; ; retry++)
        {
            var (day, own) = await FindAsync(claim, cancellationToken);
            if (own is null || day is null)
            {
                return;
            }

            try
            {
                await tables.Capacity.SubmitTransactionAsync(
                    [
                        new TableTransactionAction(
                            TableTransactionActionType.UpdateReplace, Row(claim, LocationKey(claim.LocationId), Load(day) - Load(own)), day.ETag),
                        new TableTransactionAction(TableTransactionActionType.Delete, own, own.ETag),
                    ],
                    cancellationToken);
                return;
            }
            catch (TableTransactionFailedException fault) when (fault.IsConflict() && retry < ConflictRetries)
            {
                // Another order was faster: count again.
                await ConflictPause.WaitAsync(retry, cancellationToken);
            }
        }
    }

    private async Task<(TableEntity? Day, TableEntity? Own)> FindAsync(CapacityClaim claim, CancellationToken cancellationToken)
    {
        // Two reads by key: a query would walk the day's claims, and in Azurite the whole table. The tags tell when something went in between.
        var rows = await Task.WhenAll(new[] { LocationKey(claim.LocationId), ClaimKey(claim) }.Select(key =>
            tables.Capacity.GetEntityIfExistsAsync<TableEntity>(Partition(claim.Day), key, cancellationToken: cancellationToken)));
        return (Row(rows[0]), Row(rows[1]));

        static TableEntity? Row(NullableResponse<TableEntity> row) => row.HasValue ? row.Value : null;
    }

    private static TableEntity Row(CapacityClaim claim, string key, DayLoad load) => new(Partition(claim.Day), key)
    {
        [OrdersProperty] = load.Orders,
        [LinesProperty] = load.Lines,
        [UnitsProperty] = load.Units,
    };

    private static DayLoad Load(TableEntity row) =>
        new(row.GetInt32(OrdersProperty) ?? 0, row.GetInt32(LinesProperty) ?? 0, row.GetInt32(UnitsProperty) ?? 0);

    private static string Partition(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string LocationKey(LocationId locationId) => LocationPrefix + locationId;

    private static string ClaimKey(CapacityClaim claim) => $"{ClaimPrefix}{claim.LocationId}|{claim.ShipmentId}";
}

/// <summary>Room in a location's day.</summary>
/// <param name="LocationId">The location.</param>
/// <param name="Day">The day, local to it.</param>
/// <param name="ShipmentId">The shipment that has it.</param>
public sealed record CapacityClaim(LocationId LocationId, DateOnly Day, ShipmentId ShipmentId);
