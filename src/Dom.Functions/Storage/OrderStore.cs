using System.Collections.Immutable;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Events;

namespace Dom.Functions.Storage;

/// <summary>Orders in Table Storage, each a partition with its timeline, decisions and outcomes.</summary>
public sealed class OrderStore(DomTables tables)
{
    private const string OrderRow = "order";
    private const string TimelinePrefix = "timeline|";
    private const string DecisionPrefix = "decision|";
    private const string VerdictPrefix = "verdict|";
    private const string StandsProperty = "Stands";
    private const string OutcomePrefix = "outcome|";
    private const int TransactionRows = 100;
    private const int RowsPerPage = 200;

    /// <summary>The stored order, or null.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<StoredOrder?> FindAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        var row = await tables.Orders.GetEntityIfExistsAsync<TableEntity>(orderId.Value, OrderRow, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.Document<StoredOrder>() : null;
    }

    /// <summary>The stored order.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public async Task<StoredOrder> GetAsync(OrderId orderId, CancellationToken cancellationToken) =>
        await FindAsync(orderId, cancellationToken) ?? throw new InvalidOperationException($"Order {orderId} is not stored.");

    /// <summary>Stores a new order with the first entry of its timeline.</summary>
    /// <param name="order">The order.</param>
    /// <param name="received">The entry.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it was new; an order that is there is left as it is.</returns>
    public async Task<bool> AddAsync(StoredOrder order, TimelineEntry received, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Orders.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.Add, Row(order)),
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(received)),
                ],
                cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException fault) when (fault.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return false;
        }
    }

    /// <summary>Stores how far an order is, together with what is new about it. A repeat changes nothing.</summary>
    /// <param name="order">The order.</param>
    /// <param name="timeline">New entries of its timeline.</param>
    /// <param name="outcomes">How its lines ended, once it has.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task SaveAsync(
        StoredOrder order, IReadOnlyCollection<TimelineEntry> timeline, IReadOnlyCollection<LineOutcome> outcomes, CancellationToken cancellationToken)
    {
        // The order's own row goes last: when it says that the order has ended, all else is there.
        var rows = timeline.Select(Row)
            .Concat(outcomes.Select(outcome => new TableEntity(order.Order.OrderId.Value, OutcomePrefix + outcome.LineId).WithDocument(outcome)))
            .Append(Row(order));
        foreach (var chunk in rows.Chunk(TransactionRows))
        {
            await tables.Orders.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
        }
    }

    /// <summary>Adds entries to an order's timeline. A repeat changes nothing.</summary>
    /// <param name="timeline">The entries, of one order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task AddTimelineAsync(IReadOnlyCollection<TimelineEntry> timeline, CancellationToken cancellationToken)
    {
        foreach (var chunk in timeline.Select(Row).Chunk(TransactionRows))
        {
            await tables.Orders.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
        }
    }

    /// <summary>Stores a decision before anything is held for it.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it was new: false when an earlier run of the same attempt had stored one.</returns>
    public async Task<bool> AddDecisionAsync(OrderId orderId, StoredDecision decision, CancellationToken cancellationToken)
    {
        var key = DecisionPrefix + Mark(decision);
        try
        {
            await tables.Orders.AddEntityAsync(new TableEntity(orderId.Value, key).WithDocument(decision), cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return false;
        }
    }

    /// <summary>Stores that a decision stands, how far the order is with it and what is new about it: all together, and once for each decision.</summary>
    /// <param name="order">The order.</param>
    /// <param name="decision">The decision; all that it assigns is held.</param>
    /// <param name="timeline">New entries of the order's timeline.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it stands, by this call or an earlier one; false where it was given up.</returns>
    public async Task<bool> SaveSourcedAsync(
        StoredOrder order, StoredDecision decision, IReadOnlyCollection<TimelineEntry> timeline, CancellationToken cancellationToken)
    {
        var rows = timeline.Select(Row).Append(Row(order)).ToList();
        try
        {
            await tables.Orders.SubmitTransactionAsync(
                rows.Take(TransactionRows - 1).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))
                    .Prepend(new TableTransactionAction(TableTransactionActionType.Add, Verdict(order.Order.OrderId, decision, stands: true))),
                cancellationToken);
        }
        catch (TableTransactionFailedException fault) when (fault.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            if (await StandsAsync(order.Order.OrderId, decision, cancellationToken) is not true)
            {
                return false;
            }

            if ((await GetAsync(order.Order.OrderId, cancellationToken)).Progress.Attempt >= decision.Attempt)
            {
                return true;
            }
        }

        foreach (var chunk in rows.Skip(TransactionRows - 1).Chunk(TransactionRows))
        {
            await tables.Orders.SubmitTransactionAsync(
                chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
        }

        return true;
    }

    /// <summary>Gives a decision up, so that what it holds may be released.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it is given up, by this call or an earlier one; false where it stands.</returns>
    public async Task<bool> GiveUpAsync(OrderId orderId, StoredDecision decision, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Orders.AddEntityAsync(Verdict(orderId, decision, stands: false), cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return await StandsAsync(orderId, decision, cancellationToken) is not true;
        }
    }

    /// <summary>Whether a decision stands; false where it was given up, null while neither is so.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<bool?> StandsAsync(OrderId orderId, StoredDecision decision, CancellationToken cancellationToken)
    {
        var row = await tables.Orders.GetEntityIfExistsAsync<TableEntity>(
            orderId.Value, VerdictPrefix + Mark(decision), cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.GetBoolean(StandsProperty) : null;
    }

    /// <summary>The decisions of an order, oldest first.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="attempt">Only those of this attempt; none means all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ImmutableArray<StoredDecision>> DecisionsAsync(OrderId orderId, int? attempt, CancellationToken cancellationToken)
    {
        var prefix = attempt is { } only ? string.Create(CultureInfo.InvariantCulture, $"{DecisionPrefix}{only:D6}|") : DecisionPrefix;
        return await ReadAsync<StoredDecision>(orderId, prefix, cancellationToken);
    }

    /// <summary>What happened to an order, oldest first.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ImmutableArray<TimelineEntry>> TimelineAsync(OrderId orderId, CancellationToken cancellationToken)
    {
        var entries = await ReadAsync<TimelineEntry>(orderId, TimelinePrefix, cancellationToken);
        return [.. entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
    }

    /// <summary>The rows of orders that were received within a time, page by page. It is a scan of the table: a step by night may do it, an order may not.</summary>
    /// <param name="from">The beginning of the time.</param>
    /// <param name="to">Its end, which is outside it.</param>
    /// <param name="token">Where to begin; none at the first.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public IAsyncEnumerable<Page<TableEntity>> ReceivedPagesAsync(DateTimeOffset from, DateTimeOffset to, string? token, CancellationToken cancellationToken) =>
        tables.Orders.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey eq {OrderRow} and ReceivedAt ge {from} and ReceivedAt lt {to}"), RowsPerPage, cancellationToken: cancellationToken).AsPages(token);

    private static string Mark(StoredDecision decision) => string.Create(CultureInfo.InvariantCulture, $"{decision.Attempt:D6}|{decision.Revision:D4}");

    private static TableEntity Verdict(OrderId orderId, StoredDecision decision, bool stands) =>
        new(orderId.Value, VerdictPrefix + Mark(decision)) { [StandsProperty] = stands };

    private async Task<ImmutableArray<T>> ReadAsync<T>(OrderId orderId, string prefix, CancellationToken cancellationToken)
    {
        var documents = ImmutableArray.CreateBuilder<T>();
        await foreach (var row in tables.Orders.QueryAsync<TableEntity>(TableFilter.Prefix(orderId.Value, prefix), cancellationToken: cancellationToken))
        {
            documents.Add(row.Document<T>());
        }

        return documents.ToImmutable();
    }

    private static TableEntity Row(StoredOrder order) =>
        new TableEntity(order.Order.OrderId.Value, OrderRow)
        {
            ["State"] = OrderFlow.StateOf(order.Progress).ToString(),
            ["ReceivedAt"] = order.ReceivedAt,
        }.WithDocument(order);

    private static TableEntity Row(TimelineEntry entry) =>
        new TableEntity(entry.OrderId.Value, TimelinePrefix + entry.Id).WithDocument(entry);
}
