using Azure.Core;
using Azure.Core.Pipeline;

namespace Dom.Functions.Tests.TestKit;

/// <summary>Passes every request of a table client through a <see cref="CrashPoint"/>.</summary>
internal sealed class CrashPolicy(CrashPoint crash, string tablePrefix) : HttpPipelinePolicy
{
    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        new(crash.DoAsync(Name(message.Request), () => ProcessNextAsync(message, pipeline).AsTask()));

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The functions call tables asynchronously.");

    /// <summary>What a request does, as in <c>Stock: query</c>.</summary>
    private string Name(Request request)
    {
        if (request.Uri.Path.EndsWith("/$batch", StringComparison.Ordinal))
        {
            using var body = new MemoryStream();
            request.Content!.WriteTo(body, CancellationToken.None);
            var text = System.Text.Encoding.UTF8.GetString(body.ToArray());
            return $"{Table(text)}: transaction";
        }

        var path = Uri.UnescapeDataString(request.Uri.Path);
        var isOneRow = path.Contains("PartitionKey=", StringComparison.Ordinal);
        var what = request.Method.Method switch
        {
            "GET" => isOneRow ? "read row" : "query",
            "POST" => "insert row",
            "DELETE" => "delete row",
            _ => "write row",
        };
        return $"{Table(path)}: {what}";
    }

    private string Table(string text)
    {
        var from = text.IndexOf("/" + tablePrefix, StringComparison.Ordinal);
        return from < 0 ? "Tables" : new string([.. text.Skip(from + 1 + tablePrefix.Length).TakeWhile(char.IsAsciiLetter)]);
    }
}
