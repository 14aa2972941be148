using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Fulfillment;

/// <summary>Runs a step on fresh tables again and again, ends the process at each of its operations, runs the step once
/// more and compares what it leaves with what it leaves undisturbed.</summary>
internal static class CrashRehearsal
{
    /// <summary>Rehearses a step.</summary>
    /// <typeparam name="T">What the step begins with.</typeparam>
    /// <param name="azurite">Where the tables are.</param>
    /// <param name="arrange">Prepares the tables.</param>
    /// <param name="step">The step; what it returns as text.</param>
    public static async Task RunAsync<T>(AzuriteFixture azurite, Func<FunctionsBed, Task<T>> arrange, Func<FunctionsBed, T, Task<string>> step)
    {
        var undisturbed = await UndisturbedAsync(azurite, arrange, step);
        Assert.NotEmpty(undisturbed.Operations);
        for (var survives = 0; survives < undisturbed.Operations.Count; survives++)
        {
            foreach (var after in new[] { false, true })
            {
                await using var bed = await FunctionsBed.StartAsync(azurite);
                var input = await arrange(bed);
                bed.Crash.Arm(survives, after);
                await Assert.ThrowsAsync<ProcessEndedException>(() => step(bed, input));
                bed.Crash.Disarm();

                var answer = await step(bed, input);

                var crash = $"{(after ? "after" : "before")} operation {survives + 1}, {undisturbed.Operations[survives]}";
                Equal(undisturbed.Answer, answer, $"the answer, crashed {crash}");
                Equal(undisturbed.Rows, await bed.DumpAsync(), $"the rows, crashed {crash}");
                Equal(undisturbed.Events, Events(bed), $"the events, crashed {crash}");
            }
        }
    }

    private static async Task<Trace> UndisturbedAsync<T>(
        AzuriteFixture azurite, Func<FunctionsBed, Task<T>> arrange, Func<FunctionsBed, T, Task<string>> step)
    {
        await using var bed = await FunctionsBed.StartAsync(azurite);
        var input = await arrange(bed);
        bed.Crash.Clear();
        var answer = await step(bed, input);
        var operations = bed.Crash.Done;
        return new Trace(operations, answer, await bed.DumpAsync(), Events(bed));
    }

    // In no order: a crash may put a repeat behind what came after it.
    private static string Events(FunctionsBed bed) => string.Join("\n", bed.Bus.Events().Order(StringComparer.Ordinal));

    private static void Equal(string expected, string actual, string what) =>
        Assert.True(expected == actual, $"Not the same: {what}.\nExpected:\n{expected}\nActual:\n{actual}");

    private sealed record Trace(IReadOnlyList<string> Operations, string Answer, string Rows, string Events);
}
