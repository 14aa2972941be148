using System.Globalization;
using System.Text.RegularExpressions;

namespace Dom.Benchmarks.Wire;

/// <summary>A kind of request to storage.</summary>
/// <param name="Target">The table or queue, without what is particular to one row.</param>
/// <param name="Kind">What is done.</param>
internal sealed partial record WireOperation(string Target, string Kind)
{
    /// <summary>The table of the engine's own history.</summary>
    public const string HistoryTable = "DomLocalHistory";

    /// <summary>Whether it goes to a table.</summary>
    public bool IsTable { get; init; }

    /// <summary>The kind of a request; null for a look into a queue, which an idle receiver repeats.</summary>
    /// <param name="request">The request.</param>
    public static WireOperation? Of(HttpRequestMessage request)
    {
        var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath);
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [_, var queue, "messages", ..])
        {
            return request.Method == HttpMethod.Get ? null : new WireOperation(queue, "queue: " + QueueKind(request.Method));
        }

        if (parts[^1] == "$batch")
        {
            return OfTransaction(request.Content!);
        }

        var table = parts[1].Split('(')[0];
        var isRow = parts[1].Contains("RowKey", StringComparison.Ordinal);
        return new WireOperation(table, TableKind(request.Method, isRow)) { IsTable = true };
    }

    private static WireOperation OfTransaction(HttpContent content)
    {
        using var body = new MemoryStream();
        content.CopyTo(body, null, CancellationToken.None);
        var changes = Change().Matches(System.Text.Encoding.UTF8.GetString(body.ToArray()));
        return new WireOperation(changes[0].Groups["table"].Value, string.Create(CultureInfo.InvariantCulture, $"transaction of {changes.Count} rows")) { IsTable = true };
    }

    private static string QueueKind(HttpMethod method) => method.Method switch
    {
        "POST" => "put",
        "DELETE" => "delete",
        _ => "update",
    };

    private static string TableKind(HttpMethod method, bool isRow) => method.Method switch
    {
        "GET" => isRow ? "read row" : "query",
        "POST" => "insert",
        "DELETE" => "delete",
        _ => "update or upsert",
    };

    [GeneratedRegex(@"^(?:POST|PUT|PATCH|MERGE|DELETE) https?://[^/]+/[^/]+/(?<table>[A-Za-z0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Change();
}
