using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Dom.Benchmarks.Load;

/// <summary>Reads the topic of events as a retailer's subscriber does: receives and deletes over the broker's REST data plane, several at a time.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;
    private readonly Uri _head;
    private readonly Task[] _readers;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<(string Type, string OrderId), int> _read = [];
    private long _latest = Stopwatch.GetTimestamp();

    private EventReader(HttpClient http, Uri serviceBusAddress, int readers)
    {
        _http = http;
        _head = new Uri(serviceBusAddress, "/fulfillment-events/subscriptions/all/messages/head?timeout=1");
        _readers = [.. Enumerable.Range(0, readers).Select(_ => Task.Run(ReadAsync))];
    }

    /// <summary>Begins to read.</summary>
    /// <param name="http">Sends.</param>
    /// <param name="serviceBusAddress">Where the broker is.</param>
    /// <param name="readers">How many calls are under way at once, at least 1.</param>
    public static EventReader Start(HttpClient http, Uri serviceBusAddress, int readers) => new(http, serviceBusAddress, readers);

    /// <summary>Waits until an event of a type has been read for each of some orders.</summary>
    /// <param name="type">The type.</param>
    /// <param name="prefix">What the orders' ids begin with.</param>
    /// <param name="orders">How many orders.</param>
    /// <exception cref="InvalidOperationException">No event came for two minutes.</exception>
    public async Task UntilAsync(string type, string prefix, int orders)
    {
        while (_read.Keys.Count(key => key.Type == type && key.OrderId.StartsWith(prefix, StringComparison.Ordinal)) is var count && count < orders)
        {
            Watch(string.Create(CultureInfo.InvariantCulture, $"{type} was read for {count} of {orders} orders '{prefix}'"));
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Waits for all events of orders that were completed, and checks that each came once.</summary>
    /// <param name="orders">How many orders.</param>
    /// <param name="shipments">How many shipments they had, each accepted, picked, packed and shipped.</param>
    /// <returns>How many events of each type were read.</returns>
    /// <exception cref="InvalidOperationException">An event is missing, came twice, or is none of these.</exception>
    public async Task<IReadOnlyDictionary<string, int>> CheckAsync(int orders, int shipments)
    {
        var expected = new SortedDictionary<string, int>(StringComparer.Ordinal)
        {
            ["dom.order.received"] = orders,
            ["dom.order.sourced"] = orders,
            ["dom.order.completed"] = orders,
            ["dom.shipment.offered"] = shipments,
            ["dom.shipment.accepted"] = shipments,
            ["dom.shipment.picked"] = shipments,
            ["dom.shipment.packed"] = shipments,
            ["dom.shipment.shipped"] = shipments,
        };
        while (_read.Values.Sum() is var read && read < expected.Values.Sum())
        {
            Watch(string.Create(CultureInfo.InvariantCulture, $"{read} of {expected.Values.Sum()} events were read: {Show(Counts())}"));
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        await DisposeAsync();
        var counts = Counts();
        return counts.SequenceEqual(expected)
            ? counts
            : throw new InvalidOperationException($"The subscriber read {Show(counts)}; it should have read {Show(expected)}.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_readers);
    }

    // A call under way is waited for: what it has taken off the subscription would be lost otherwise.
    private async Task ReadAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            using var response = await _http.DeleteAsync(_head);
            response.EnsureSuccessStatusCode();
            if (response.StatusCode != HttpStatusCode.NoContent)
            {
                using var cloudEvent = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
                var (type, order) = (cloudEvent.RootElement.GetProperty("type").GetString()!, cloudEvent.RootElement.GetProperty("subject").GetString()!);
                _read.AddOrUpdate((type, order), 1, (_, count) => count + 1);
                Volatile.Write(ref _latest, Stopwatch.GetTimestamp());
            }
        }
    }

    private void Watch(string how)
    {
        if (_readers.FirstOrDefault(reader => reader.IsFaulted) is { } broken)
        {
            throw new InvalidOperationException("The subscriber cannot read.", broken.Exception);
        }

        if (Stopwatch.GetElapsedTime(Volatile.Read(ref _latest)) > Patience)
        {
            throw new InvalidOperationException($"No event for {Patience}: {how}.");
        }
    }

    private SortedDictionary<string, int> Counts() =>
        new(_read.GroupBy(read => read.Key.Type).ToDictionary(type => type.Key, type => type.Sum(read => read.Value)), StringComparer.Ordinal);

    private static string Show(IEnumerable<KeyValuePair<string, int>> counts) =>
        string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value:N0} {count.Key}")));
}
