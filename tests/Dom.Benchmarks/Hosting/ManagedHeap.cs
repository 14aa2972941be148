using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Dom.Benchmarks.Hosting;

/// <summary>Asks another .NET process how large its managed heap is.</summary>
internal static class ManagedHeap
{
    private static readonly Dictionary<string, string> EverySecond = new(StringComparer.Ordinal) { ["EventCounterIntervalSec"] = "1" };

    /// <summary>The heap's size as the runtime's own counter <c>gc-heap-size</c> tells it, in MB of 1,000,000 bytes; garbage included.</summary>
    /// <param name="processId">The process.</param>
    public static async Task<double> MegabytesAsync(int processId)
    {
        var client = new DiagnosticsClient(processId);
        using var session = client.StartEventPipeSession(
            [new EventPipeProvider("System.Runtime", EventLevel.Informational, (long)EventKeywords.None, EverySecond)], requestRundown: false);
        using var source = new EventPipeEventSource(session.EventStream);
        var size = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        source.Dynamic.All += item =>
        {
            if (item.EventName == "EventCounters"
                && item.PayloadByName("") is IDictionary<string, object> payload
                && payload["Payload"] is IDictionary<string, object> counter
                && (string)counter["Name"] == "gc-heap-size")
            {
                size.TrySetResult((double)counter["Mean"]);
            }
        };
        var reading = Task.Run(source.Process);
        var megabytes = await size.Task;
        await session.StopAsync(CancellationToken.None);
        await reading;
        return megabytes;
    }
}
