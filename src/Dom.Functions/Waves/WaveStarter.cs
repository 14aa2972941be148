using System.Globalization;
using System.Text.Json;
using Dom.Core;
using Dom.Functions.Fulfillment;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Waves;

/// <summary>Starts waves, one at a time.</summary>
public sealed class WaveStarter(TimeProvider clock)
{
    /// <summary>Starts a wave, unless one is under way.</summary>
    /// <param name="client">Starts it.</param>
    /// <param name="requestId">The operator's mark of the request: where the last wave was started by the same, that is the answer. None where the clock asks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The wave, and whether it is the one that was asked for; the last wave, where that is still under way and another's.</returns>
    public async Task<(WaveRun? Run, bool IsStarted)> StartAsync(DurableTaskClient client, string? requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (requestId is not null && await LastAsync(client, cancellationToken) is { } last && last.RequestId == requestId)
        {
            return (last, true);
        }

        var at = clock.GetUtcNow();
        var run = new WaveRun(at.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture), at, requestId);
        if (await client.TryStartAsync(nameof(SourceWave), run, SourceWave.InstanceId, cancellationToken))
        {
            return (run, true);
        }

        // The same request may have come twice at this moment.
        var other = await LastAsync(client, cancellationToken);
        return (other, requestId is not null && other?.RequestId == requestId);
    }

    private static async Task<WaveRun?> LastAsync(DurableTaskClient client, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(SourceWave.InstanceId, getInputsAndOutputs: true, cancellationToken) is { SerializedInput: { } input }
            ? JsonSerializer.Deserialize<WaveRun>(input, DomJson.Options)
            : null;
}
