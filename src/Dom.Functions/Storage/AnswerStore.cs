using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Sourcing;

namespace Dom.Functions.Storage;

/// <summary>How locations answer what they are offered, in Table Storage: a partition for each month, a row for each location.</summary>
/// <remarks>
/// An answer is one transaction: the location's row changes under its ETag and the answer's own row appears, which a step that runs again finds.
/// A month's partition may be deleted once it is no longer remembered.
/// </remarks>
public sealed class AnswerStore(DomTables tables, TimeProvider clock)
{
    /// <summary>Months that are remembered: the present one and those before it, UTC.</summary>
    public const int RememberedMonths = 3;

    private const string LocationPrefix = "at|";
    private const string AnswerPrefix = "answer|";
    private const string OfferedProperty = "Offered";
    private const string RefusedProperty = "Refused";
    private const int ConflictRetries = 50;
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    private readonly Turns _turns = new();

    // A location has few answers in an hour: mostly the row is still as this process left it, and need not be read.
    private readonly ConcurrentDictionary<(string Month, LocationId LocationId), CountRow> _rows = [];
    private volatile Reading? _latest;

    /// <summary>Counts what is new in a shipment's history. A repeat changes nothing.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="from">The number of the first entry of its history that is not counted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task RecordAsync(Shipment shipment, int from, CancellationToken cancellationToken)
    {
        for (var number = from; number < shipment.History.Length; number++)
        {
            var tally = AnswerTally.Of(shipment, number);
            if (tally != default)
            {
                await CountAsync(shipment, number, tally, cancellationToken);
            }
        }
    }

    /// <summary>How locations have answered over the months that are remembered, at most five minutes old; one that has answered nothing is absent.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ImmutableDictionary<LocationId, AnswerHistory>> ReadAsync(CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        if (_latest is not { } latest || at - latest.At >= FreshFor)
        {
            var months = await Task.WhenAll(
                Enumerable.Range(0, RememberedMonths).Select(back => ReadMonthAsync(Month(at.AddMonths(-back)), cancellationToken)));
            _latest = latest = new Reading(at, months.SelectMany(month => month).GroupBy(row => row.LocationId, row => row.Answers).ToImmutableDictionary(row => row.Key, Sum));
        }

        return latest.Answers;
    }

    private async Task CountAsync(Shipment shipment, int number, AnswerHistory tally, CancellationToken cancellationToken)
    {
        var (month, location) = (Month(shipment.History[number].At), shipment.LocationId);
        var answer = string.Create(CultureInfo.InvariantCulture, $"{AnswerPrefix}{shipment.ShipmentId}|{number}");
        using var turn = await _turns.TakeAsync(location.Value, cancellationToken);
        for (var retry = 0; ; retry++)
        {
            if (retry > 0 && (await tables.Answers.GetEntityIfExistsAsync<TableEntity>(month, answer, cancellationToken: cancellationToken)).HasValue)
            {
                return;
            }

            var before = retry == 0 && _rows.TryGetValue((month, location), out var known) ? known : await FindAsync(month, location, cancellationToken);
            var count = new AnswerHistory((before?.Answers.Offered ?? 0) + tally.Offered, (before?.Answers.Refused ?? 0) + tally.Refused);
            var row = new TableEntity(month, LocationPrefix + location) { [OfferedProperty] = count.Offered, [RefusedProperty] = count.Refused };
            try
            {
                var done = await tables.Answers.SubmitTransactionAsync(
                    [
                        new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(month, answer)),
                        before is null
                            ? new TableTransactionAction(TableTransactionActionType.Add, row)
                            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, before.Tag),
                    ],
                    cancellationToken);
                Keep(month, location, count, done.Value[1].Headers.ETag);
                return;
            }
            catch (TableTransactionFailedException fault) when (fault.IsConflict() && retry < ConflictRetries)
            {
                // It is counted already, or another process has counted an answer of this location: look.
                await ConflictPause.WaitAsync(retry, cancellationToken);
            }
        }
    }

    private void Keep(string month, LocationId location, AnswerHistory count, ETag? tag)
    {
        if (tag is { } known)
        {
            _rows[(month, location)] = new CountRow(count, known);
        }
        else
        {
            _rows.TryRemove((month, location), out _);
        }
    }

    private async Task<CountRow?> FindAsync(string month, LocationId location, CancellationToken cancellationToken)
    {
        var row = await tables.Answers.GetEntityIfExistsAsync<TableEntity>(month, LocationPrefix + location, cancellationToken: cancellationToken);
        return row.HasValue ? new CountRow(Answers(row.Value!), row.Value!.ETag) : null;
    }

    private async Task<List<(LocationId LocationId, AnswerHistory Answers)>> ReadMonthAsync(string month, CancellationToken cancellationToken)
    {
        var rows = new List<(LocationId, AnswerHistory)>();
        await foreach (var row in tables.Answers.QueryAsync<TableEntity>(TableFilter.Prefix(month, LocationPrefix), cancellationToken: cancellationToken))
        {
            rows.Add((new LocationId(row.RowKey[LocationPrefix.Length..]), Answers(row)));
        }

        return rows;
    }

    // Of what was answered in a month that is forgotten, a refusal may have come in one that is not.
    private static AnswerHistory Sum(IEnumerable<AnswerHistory> months)
    {
        var (offered, refused) = months.Aggregate((Offered: 0, Refused: 0), (sum, month) => (sum.Offered + month.Offered, sum.Refused + month.Refused));
        return new AnswerHistory(offered, Math.Min(refused, offered));
    }

    private static AnswerHistory Answers(TableEntity row) => new(row.GetInt32(OfferedProperty) ?? 0, row.GetInt32(RefusedProperty) ?? 0);

    private static string Month(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private sealed record CountRow(AnswerHistory Answers, ETag Tag);

    private sealed record Reading(DateTimeOffset At, ImmutableDictionary<LocationId, AnswerHistory> Answers);
}
