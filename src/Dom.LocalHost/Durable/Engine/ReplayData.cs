using System.Text;
using Dom.LocalHost.Durable.History;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>What the next episode replays.</summary>
/// <param name="Input">The orchestration's input as JSON.</param>
/// <param name="Episodes">The execution's episodes so far, each as JSON in UTF-8.</param>
internal sealed record ReplayData(string? Input, IReadOnlyList<byte[]> Episodes)
{
    /// <summary>Bytes it takes, about.</summary>
    public long Size => 100 + (2L * (Input?.Length ?? 0)) + Episodes.Sum(episode => episode.Length + 32L);

    /// <summary>The episodes, read.</summary>
    public IReadOnlyList<Episode> ReadEpisodes() => [.. Episodes.Select(HistoryJson.Read<Episode>)];

    /// <summary>The same with one more episode.</summary>
    /// <param name="json">The episode.</param>
    public ReplayData With(string json) => this with { Episodes = [.. Episodes, Encoding.UTF8.GetBytes(json)] };
}
