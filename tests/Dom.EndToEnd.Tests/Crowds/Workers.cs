using System.Net;
using Dom.EndToEnd.Tests.Scenes;

namespace Dom.EndToEnd.Tests.Crowds;

/// <summary>People at locations who work off what they are offered until they are sent home. Whatever is in the way, they try again.</summary>
internal sealed class Workers(Scene scene, Func<ShipmentSeen, (string Action, object? Body)> decide) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _home = new();
    private readonly List<Task> _work = [];

    /// <summary>Sets them to work at a location, as many at a time as given.</summary>
    public void Start(string locationId, int atATime) => _work.Add(WorkAsync(locationId, atATime));

    /// <summary>Sends them home.</summary>
    public async ValueTask DisposeAsync()
    {
        await _home.CancelAsync();
        await Task.WhenAll(_work);
        _home.Dispose();
    }

    private async Task WorkAsync(string locationId, int atATime)
    {
        while (!_home.IsCancellationRequested)
        {
            var path = $"locations/{locationId}/shipments?limit=500&state=offered,accepted,picking,picked,packed";
            var answer = await Patiently.TryAsync(() => scene.Callers.Store.GetAsync(path), _home.Token);
            var open = answer is { Status: HttpStatusCode.OK } ? answer.As<PageSeen<ShipmentSeen>>().Items : [];
            await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = atATime }, async (shipment, _) => await FinishAsync(shipment));
            if (open.Count == 0)
            {
                await Task.Delay(Interval);
            }
        }
    }

    private async Task FinishAsync(ShipmentSeen shipment)
    {
        var seen = shipment;
        while (seen.PossibleActions.Count > 0 && !_home.IsCancellationRequested)
        {
            // A repeat is the same request, so that an answer that was lost does no harm.
            var (action, body) = decide(seen);
            var state = seen.State;
            if (await Patiently.TryAsync(() => scene.ActAsync(seen, action, body), _home.Token) is not { } answer)
            {
                return;
            }

            seen = answer.Expect(HttpStatusCode.OK).As<ShipmentSeen>();
            if (seen.State == state)
            {
                throw new InvalidOperationException($"{action} left shipment {seen.ShipmentId} {state}.");
            }
        }
    }
}
