using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Dom.Functions.Tests.Fulfillment;

/// <summary>What the analyzers of Microsoft.DurableTask forbid in orchestrations, where those analyzers do not run.</summary>
public sealed partial class OrchestratorConventionTests
{
    [Fact]
    public void Every_orchestration_is_found()
    {
        Assert.Equal(["FulfillOrder.cs", "FulfillShipment.cs", "LearnPrices.cs", "SourceWave.cs", "WatchWaiting.cs"], Orchestrations().Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    [InlineData(@"\b(TimeProvider|Stopwatch)\b")]
    [InlineData(@"\bGuid\.NewGuid\b")]
    [InlineData(@"\bRandom\b")]
    [InlineData(@"\bTask\.(Delay|Run|Yield|Factory)\b")]
    [InlineData(@"\b(Thread|ThreadPool|Timer|Parallel)\b")]
    [InlineData(@"\bEnvironment\b")]
    [InlineData(@"\bConfigureAwait\b")]
    [InlineData(@"\b(HttpClient|File|Directory|TableClient|ServiceBusClient|DurableTaskClient)\b")]
    [InlineData(@"\[(DurableClient|ActivityTrigger|HttpTrigger|ServiceBusTrigger|TimerTrigger|FromServices)\]")]
    [InlineData(@"\bCancellationToken\s+\w+\s*[,)]")]
    [InlineData(@"\bILogger\b")]
    [InlineData(@"\bwhile\s*\(true\)")]
    public void No_orchestration_does_what_a_replay_would_do_otherwise(string forbidden)
    {
        var found = Orchestrations().Where(file => Regex.IsMatch(Code(file), forbidden)).Select(Path.GetFileName);

        Assert.Empty(found);
    }

    [Fact]
    public void Every_loop_without_an_end_cuts_its_history()
    {
        var endless = Orchestrations().Where(file => EndlessLoop().IsMatch(Code(file)));

        Assert.All(endless, file => Assert.Contains("context.ContinueAsNew(", Code(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_timer_that_may_lose_can_be_cancelled()
    {
        // One that lost and runs on holds the instance until it fires.
        var timers = Orchestrations().SelectMany(file => Timer().Matches(Code(file))).Select(timer => timer.Groups[1].Value);

        Assert.All(timers, token => Assert.True(token.EndsWith(".Token", StringComparison.Ordinal) || token == "CancellationToken.None", token));
    }

    [Fact]
    public void Every_waiter_is_kept_until_its_event_comes()
    {
        // A waiter with a timeout or a token takes the next event with it when it is given up.
        var waiters = Orchestrations().SelectMany(file => Waiter().Matches(Code(file))).Select(waiter => (Type: waiter.Groups[1].Value, Arguments: waiter.Groups[2].Value)).ToList();

        Assert.NotEmpty(waiters);
        Assert.All(waiters, waiter => Assert.Equal("JsonElement?", waiter.Type));
        Assert.All(waiters, waiter => Assert.DoesNotContain(',', waiter.Arguments));
    }

    /// <summary>A file without its comments.</summary>
    private static string Code(string file) => Comment().Replace(File.ReadAllText(file), "");

    private static IEnumerable<string> Orchestrations() => Directory
        .EnumerateFiles(Folder(), "*.cs", SearchOption.AllDirectories)
        .Where(file => Code(file).Contains("[OrchestrationTrigger]", StringComparison.Ordinal));

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Dom.Functions"));

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"while \(true\)|for \([^;]*;\s*;")]
    private static partial Regex EndlessLoop();

    [GeneratedRegex(@"CreateTimer\([^,]+, ([^)]+)\)")]
    private static partial Regex Timer();

    [GeneratedRegex(@"WaitForExternalEvent<([^>]+)>\(([^)]*)\)")]
    private static partial Regex Waiter();
}
