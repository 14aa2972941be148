using Dom.LocalHost.Durable.Execution;
using Dom.LocalHost.Durable.History;
using Dom.LocalHost.Durable.Storage;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>What one episode changes in storage, and what is to be done once it has.</summary>
/// <param name="Write">The change.</param>
/// <param name="Json">The episode as stored; null after continue-as-new, which drops the history.</param>
/// <param name="Deliveries">Mail to other instances.</param>
/// <param name="Next">What the next execution begins with; null within an execution.</param>
/// <param name="Leftover">Rows of an earlier execution that did not fit into the change; they may go at any time later.</param>
internal sealed record EpisodeCommit(
    HistoryWrite Write,
    string? Json,
    IReadOnlyList<OutboxDelivery> Deliveries,
    IReadOnlyList<Arrival>? Next,
    IReadOnlyList<string> Leftover)
{
    // A mail row holds about this many characters, or one event of any length.
    private const int MailRowChars = 100_000;

    /// <summary>Works out the change.</summary>
    /// <param name="instance">The instance before the episode.</param>
    /// <param name="taken">What it received.</param>
    /// <param name="episode">The episode, with the actions of <paramref name="outcome"/>.</param>
    /// <param name="outcome">Where it has led.</param>
    /// <param name="input">The execution's input as JSON; counts where the row is not stored yet.</param>
    /// <param name="commitId">Id of the write.</param>
    /// <exception cref="OrchestrationRuleException">The episode is too large to be stored at once.</exception>
    public static EpisodeCommit Of(
        OrchestrationInstance instance, IReadOnlyList<Arrival> taken, Episode episode, EpisodeOutcome outcome, string? input, string commitId)
    {
        var before = instance.Row;
        var outbox = Mail(before, outcome, episode);
        var json = outcome.Continuation is null ? HistoryJson.Write(episode) : null;
        var history = json is null ? [] : Split(json, row => RowKeys.History(before.State.Generation, before.State.Rows + row));
        var carried = outcome.Continuation is { Carried.Count: > 0 } continuation
            ? MailRows(continuation.Carried, item => item.Payload?.Length ?? 0, row => RowKeys.Carried(before.State.Generation + 1, row))
            : [];
        List<StoredRow> added = [.. history, .. outbox.Rows, .. carried.Select(item => item.Row)];
        RequireRoom(before, episode, added);

        var consumed = taken.Where(item => item.RowKey is not null).Select(item => item.RowKey!).ToList();
        var dropped = outcome.Continuation is null
            ? []
            : Enumerable.Range(0, before.State.Rows).Select(row => RowKeys.History(before.State.Generation, row)).ToList();
        var room = HistoryWrite.MaxRows - added.Count - consumed.Count;
        var row = Row(before, episode, outcome, history.Count, instance.Seen(), input) with { CommitId = commitId };
        var write = new HistoryWrite(row, Parts(before, row, outcome, instance.Version), instance.Version)
        {
            Added = added,
            Deleted = [.. consumed, .. dropped.Take(room)],
        };
        IReadOnlyList<Arrival>? next = outcome.Continuation is null
            ? null
            : [Arrival.Start, .. carried.Select(item => new Arrival(item.Items, item.Row.Key))];
        return new EpisodeCommit(write, json, outbox.Deliveries, next, [.. dropped.Skip(room)]);
    }

    private static void RequireRoom(InstanceRow before, Episode episode, List<StoredRow> added)
    {
        var chars = added.Sum(row => (long)row.Text.Length);
        if (chars > PayloadLimits.EpisodeChars)
        {
            throw new OrchestrationRuleException(
                $"Orchestrator '{before.Name}' did {episode.Actions.Count} things in one episode that take {chars} characters to store; at most "
                + $"{PayloadLimits.EpisodeChars} fit. Make inputs smaller, or start fewer calls before the next await.");
        }
    }

    private static PayloadParts Parts(InstanceRow before, InstanceRow after, EpisodeOutcome outcome, string? version)
    {
        if (version is null)
        {
            return PayloadParts.All;
        }

        var parts = outcome.Continuation is null ? PayloadParts.None : PayloadParts.Input;
        parts |= before.CustomStatus == after.CustomStatus ? PayloadParts.None : PayloadParts.CustomStatus;
        return after.IsEnded ? parts | PayloadParts.Result : parts;
    }

    private static InstanceRow Row(
        InstanceRow before, Episode episode, EpisodeOutcome outcome, int historyRows, IReadOnlyList<string> seen, string? input)
    {
        var row = before with
        {
            Status = outcome.Status,
            UpdatedAt = episode.At,
            CustomStatus = outcome.CustomStatus,
            Output = outcome.Output,
            Failure = outcome.Failure,
            Input = input,
        };
        if (outcome.Continuation is { } continuation)
        {
            return row with
            {
                Input = continuation.Input,
                State = before.State with
                {
                    ExecutionId = NewExecutionId(),
                    Generation = before.State.Generation + 1,
                    Episodes = 0,
                    Rows = 0,
                    StartAt = null,
                    Open = [],
                    Seen = seen,
                },
            };
        }

        return row with
        {
            State = before.State with
            {
                Episodes = before.State.Episodes + 1,
                Rows = before.State.Rows + historyRows,
                Open = row.IsEnded ? [] : OpenAfter(before.State.Open, episode),
                Seen = row.IsEnded ? [] : seen,
            },
        };
    }

    /// <summary>A new execution's id.</summary>
    public static string NewExecutionId() => Guid.NewGuid().ToString("N");

    private static List<OpenTask> OpenAfter(IReadOnlyList<OpenTask> before, Episode episode)
    {
        var over = episode.Received.Concat(episode.Actions.Where(action => action.Kind == EventKind.TimerCanceled))
            .Where(item => item.Id is not null)
            .Select(item => item.Id!.Value)
            .ToHashSet();
        var made = episode.Actions
            .Where(action => action.Kind is EventKind.TaskScheduled or EventKind.ChildCreated or EventKind.TimerCreated)
            .Select(action => new OpenTask(
                action.Id!.Value, action.Kind, action.FireAt, action.Kind == EventKind.ChildCreated ? action.InstanceId : null));
        return [.. before.Concat(made).Where(task => !over.Contains(task.Id))];
    }

    private static (IReadOnlyList<StoredRow> Rows, IReadOnlyList<OutboxDelivery> Deliveries) Mail(
        InstanceRow before, EpisodeOutcome outcome, Episode episode)
    {
        var items = outcome.Actions
            .Where(action => action.Kind == EventKind.EventSent)
            .Select(action => new OutboxItem(action.InstanceId!, new HistoryEvent(EventKind.EventRaised)
            {
                Name = action.Name,
                Payload = action.Payload,
                MessageId = $"{before.InstanceId}/{before.State.ExecutionId}/{action.Id}",
            }));
        if (outcome.TerminatesChildren)
        {
            items = items.Concat(before.State.Open
                .Where(task => task.ChildId is not null)
                .Select(task => new OutboxItem(
                    task.ChildId!, episode.Received.Last(item => item.Kind == EventKind.Terminated) with { MessageId = null })));
        }

        var rows = MailRows(
            [.. items],
            item => item.Event.Payload?.Length ?? 0,
            row => RowKeys.Outbox(before.State.Generation, before.State.Episodes, row));
        return (
            [.. rows.Select(item => item.Row)],
            [.. rows.Select(item => new OutboxDelivery(before.InstanceId, item.Row.Key, item.Items))]);
    }

    private static List<(StoredRow Row, IReadOnlyList<T> Items)> MailRows<T>(IReadOnlyList<T> items, Func<T, int> chars, Func<int, string> key)
    {
        var rows = new List<(StoredRow, IReadOnlyList<T>)>();
        var current = new List<T>();
        var length = 0;
        foreach (var item in items)
        {
            var size = chars(item) + 300;
            if (length + size > MailRowChars)
            {
                Flush();
            }

            current.Add(item);
            length += size;
        }

        Flush();
        return rows;

        void Flush()
        {
            if (current.Count > 0)
            {
                rows.Add((new StoredRow(key(rows.Count), HistoryJson.Write(current)), current));
                current = [];
                length = 0;
            }
        }
    }

    private static List<StoredRow> Split(string json, Func<int, string> key)
    {
        var pieces = TextPieces.Cut(json, StoredRow.MaxChars);
        return [.. pieces.Select((piece, row) => new StoredRow(key(row), piece, row + 1 < pieces.Count))];
    }
}
