using System.Collections.Concurrent;
using System.Diagnostics;

namespace Dom.Benchmarks.Wire;

/// <summary>Counts what this process sends to its storage, as it goes to the wire. Requests of the measurement itself are left out.</summary>
internal sealed class WireCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<bool> IsOwn = new();

    private readonly IReadOnlySet<int> _ports;
    private readonly ConcurrentDictionary<WireOperation, int> _counts = [];
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];
    private long _latest = Stopwatch.GetTimestamp();

    private WireCounter(IReadOnlySet<int> ports) => _ports = ports;

    /// <summary>Begins to count.</summary>
    /// <param name="ports">The storage's ports.</param>
    public static WireCounter Start(IReadOnlySet<int> ports)
    {
        var counter = new WireCounter(ports);
        counter._subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(counter));
        return counter;
    }

    /// <summary>Does something whose requests are not counted.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="work">The work.</param>
    public static async Task<T> UncountedAsync<T>(Func<Task<T>> work)
    {
        IsOwn.Value = true;
        return await work();
    }

    /// <summary>Waits until nothing has been sent for a second, and takes the counts.</summary>
    public async Task<IReadOnlyDictionary<WireOperation, int>> TakeAsync()
    {
        var quiet = TimeSpan.FromSeconds(1);
        while (Stopwatch.GetElapsedTime(Volatile.Read(ref _latest)) < quiet)
        {
            await Task.Delay(quiet / 10);
        }

        var counts = _counts.ToDictionary();
        _counts.Clear();
        return counts;
    }

    /// <inheritdoc/>
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == "System.Net.Http.HttpRequestOut.Start"
            && !IsOwn.Value
            && value.Value?.GetType().GetProperty("Request")?.GetValue(value.Value) is HttpRequestMessage request
            && _ports.Contains(request.RequestUri!.Port)
            && WireOperation.Of(request) is { } operation)
        {
            _counts.AddOrUpdate(operation, 1, (_, count) => count + 1);
            Volatile.Write(ref _latest, Stopwatch.GetTimestamp());
        }
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
        // Listeners live as long as the process.
    }

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
        // A listener that fails counts nothing more; nothing is left to do.
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }
}
