using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Dom.Core;
using Dom.Core.Catalogue;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Sourcing;

namespace Dom.Functions.Storage;

/// <summary>How locations answer what they are offered, in Table Storage: a partition for each month, a row for each location.</summary>
/// <remarks>
/// An answer is one transaction: the location's row changes under its ETag and the answer's own row appears, which a step that runs again finds.
/// The row counts by the top categories of the lines' products too, so that they cost no operation of their own. A month's partition may be deleted once it is no longer remembered.
/// </remarks>
public sealed class AnswerStore(DomTables tables, TimeProvider clock)
{
    /// <summary>Months that are remembered: the present one and those before it, UTC.</summary>
    public const int RememberedMonths = 3;

    /// <summary>Categories that a location's row counts apart, those that came first in the month. Lines of any other count for the location alone.</summary>
    public const int MostCategories = 200;

    private const string LocationPrefix = "at|";
    private const string AnswerPrefix = "answer|";
    private const string OfferedProperty = "Offered";
    private const string RefusedProperty = "Refused";
    private const string CategoriesProperty = "Categories";
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
                await CountAsync(shipment, number, new Counts(tally, AnswerTally.ByCategory(shipment, number)), cancellationToken);
            }
        }
    }

    /// <summary>How locations have answered over the months that are remembered, at most five minutes old; one that has answered nothing is absent.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<RememberedAnswers> ReadAsync(CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        if (_latest is not { } latest || at - latest.At >= FreshFor)
        {
            var months = await Task.WhenAll(
                Enumerable.Range(0, RememberedMonths).Select(back => ReadMonthAsync(Month(at.AddMonths(-back)), cancellationToken)));
            _latest = latest = new Reading(at, Sum([.. months.SelectMany(month => month)]));
        }

        return latest.Answers;
    }

    private async Task CountAsync(Shipment shipment, int number, Counts tally, CancellationToken cancellationToken)
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
            var counts = (before?.Counts ?? Counts.None).Plus(tally);
            var row = Row(month, location, counts);
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
                Keep(month, location, counts, done.Value[1].Headers.ETag);
                return;
            }
            catch (TableTransactionFailedException fault) when (fault.IsConflict() && retry < ConflictRetries)
            {
                // It is counted already, or another process has counted an answer of this location: look.
                await ConflictPause.WaitAsync(retry, cancellationToken);
            }
        }
    }

    private void Keep(string month, LocationId location, Counts counts, ETag? tag)
    {
        if (tag is { } known)
        {
            _rows[(month, location)] = new CountRow(counts, known);
        }
        else
        {
            _rows.TryRemove((month, location), out _);
        }
    }

    private async Task<CountRow?> FindAsync(string month, LocationId location, CancellationToken cancellationToken)
    {
        var row = await tables.Answers.GetEntityIfExistsAsync<TableEntity>(month, LocationPrefix + location, cancellationToken: cancellationToken);
        return row.HasValue ? new CountRow(CountsOf(row.Value!), row.Value!.ETag) : null;
    }

    private async Task<List<(LocationId LocationId, Counts Counts)>> ReadMonthAsync(string month, CancellationToken cancellationToken)
    {
        var rows = new List<(LocationId, Counts)>();
        await foreach (var row in tables.Answers.QueryAsync<TableEntity>(TableFilter.Prefix(month, LocationPrefix), cancellationToken: cancellationToken))
        {
            rows.Add((new LocationId(row.RowKey[LocationPrefix.Length..]), CountsOf(row)));
        }

        return rows;
    }

    private static RememberedAnswers Sum(IReadOnlyCollection<(LocationId LocationId, Counts Counts)> rows) => new(
        rows.GroupBy(row => row.LocationId, row => row.Counts.All).ToImmutableDictionary(row => row.Key, Sum),
        rows.SelectMany(row => row.Counts.Categories.Select(category => (row.LocationId, Category: category.Key, Answers: category.Value)))
            .GroupBy(count => (count.LocationId, count.Category), count => count.Answers)
            .Select(counts => new CategoryAnswers(counts.Key.LocationId, counts.Key.Category, Sum(counts)))
            .GroupBy(answers => answers.Category)
            .ToImmutableDictionary(category => category.Key, category => category.ToImmutableArray()));

    // Of what was answered in a month that is forgotten, a refusal may have come in one that is not.
    private static AnswerHistory Sum(IEnumerable<AnswerHistory> months)
    {
        var (offered, refused) = months.Aggregate((Offered: 0, Refused: 0), (sum, month) => (sum.Offered + month.Offered, sum.Refused + month.Refused));
        return new AnswerHistory(offered, Math.Min(refused, offered));
    }

    private static TableEntity Row(string month, LocationId location, Counts counts)
    {
        var row = new TableEntity(month, LocationPrefix + location) { [OfferedProperty] = counts.All.Offered, [RefusedProperty] = counts.All.Refused };
        if (!counts.Categories.IsEmpty)
        {
            row[CategoriesProperty] = JsonSerializer.Serialize(
                counts.Categories.ToImmutableDictionary(category => category.Key, category => new[] { category.Value.Offered, category.Value.Refused }), DomJson.Options);
        }

        return row;
    }

    private static Counts CountsOf(TableEntity row) => new(
        new AnswerHistory(row.GetInt32(OfferedProperty) ?? 0, row.GetInt32(RefusedProperty) ?? 0),
        row.GetString(CategoriesProperty) is { } text
            ? JsonSerializer.Deserialize<Dictionary<CategoryPath, int[]>>(text, DomJson.Options)!
                .ToImmutableDictionary(category => category.Key, category => new AnswerHistory(category.Value[0], category.Value[1]))
            : ImmutableDictionary<CategoryPath, AnswerHistory>.Empty);

    private static string Month(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private sealed record Counts(AnswerHistory All, ImmutableDictionary<CategoryPath, AnswerHistory> Categories)
    {
        public static Counts None { get; } = new(default, ImmutableDictionary<CategoryPath, AnswerHistory>.Empty);

        public Counts Plus(Counts more)
        {
            var categories = Categories.ToBuilder();
            foreach (var (category, answers) in more.Categories)
            {
                if (categories.TryGetValue(category, out var before) || categories.Count < MostCategories)
                {
                    categories[category] = Sum(before, answers);
                }
            }

            return new Counts(Sum(All, more.All), categories.ToImmutable());
        }

        private static AnswerHistory Sum(AnswerHistory one, AnswerHistory other) => new(one.Offered + other.Offered, one.Refused + other.Refused);
    }

    private sealed record CountRow(Counts Counts, ETag Tag);

    private sealed record Reading(DateTimeOffset At, RememberedAnswers Answers);
}
