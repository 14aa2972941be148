using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Dom.Functions.Tests.Fulfillment;

/// <summary>What the analyzers of Microsoft.DurableTask forbid in orchestrations, where those analyzers do not run.</summary>
public sealed partial class OrchestratorConventionTests
{
    [Fact]
    public void Every_orchestration_is_found()
    {
        Assert.Equal(["FulfillOrder.cs", "FulfillShipment.cs", "WatchWaiting.cs"], Orchestrations().Select(Path.GetFileName).Order());
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

    /// <summary>A file without its comments.</summary>
    private static string Code(string file) => Comment().Replace(File.ReadAllText(file), "");

    private static IEnumerable<string> Orchestrations() => Directory
        .EnumerateFiles(Folder(), "*.cs", SearchOption.AllDirectories)
        .Where(file => Code(file).Contains("[OrchestrationTrigger]", StringComparison.Ordinal));

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Dom.Functions"));

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();
}
