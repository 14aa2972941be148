using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Dom.LocalHost.Broker;

/// <summary>
/// Signs each attempt with the account's key.
/// Source: Storage services REST reference, "Authorize with Shared Key", the form for Blob, Queue and File.
/// </summary>
/// <param name="account">The account's name.</param>
/// <param name="key">Its key.</param>
internal sealed class QueueStorageSharedKeyPolicy(string account, byte[] key) : HttpPipelineSynchronousPolicy
{
    private static readonly string[] SignedHeaders =
    [
        "Content-Encoding", "Content-Language", "Content-Length", "Content-MD5", "Content-Type", "Date",
        "If-Modified-Since", "If-Match", "If-None-Match", "If-Unmodified-Since", "Range",
    ];

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        request.Headers.SetValue("x-ms-date", DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture));
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(StringToSign(request)));
        request.Headers.SetValue("Authorization", $"SharedKey {account}:{Convert.ToBase64String(signature)}");
    }

    private string StringToSign(Request request)
    {
        var text = new StringBuilder().Append(request.Method.Method).Append('\n');
        foreach (var name in SignedHeaders)
        {
            text.Append(HeaderToSign(request, name)).Append('\n');
        }

        var own = request.Headers
            .Where(header => header.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
            .OrderBy(header => header.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var header in own)
        {
            text.Append(header.Name.ToLowerInvariant()).Append(':').Append(header.Value.Trim()).Append('\n');
        }

        return text.Append(Resource(request.Uri.ToUri())).ToString();
    }

    private static string HeaderToSign(Request request, string name)
    {
        if (name == "Content-Length")
        {
            // An empty body is signed as no length at all.
            return request.Content is not null && request.Content.TryComputeLength(out var length) && length > 0
                ? length.ToString(CultureInfo.InvariantCulture)
                : "";
        }

        return request.Headers.TryGetValue(name, out var value) ? value : "";
    }

    private string Resource(Uri uri)
    {
        var text = new StringBuilder("/").Append(account).Append(uri.AbsolutePath);
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .OrderBy(pair => pair[0], StringComparer.Ordinal);
        foreach (var pair in query)
        {
            text.Append('\n').Append(pair[0].ToLowerInvariant()).Append(':');
            text.Append(Uri.UnescapeDataString(pair.Length > 1 ? pair[1] : ""));
        }

        return text.ToString();
    }
}
