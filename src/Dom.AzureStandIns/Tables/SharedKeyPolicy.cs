using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>
/// Signs requests with an account's key. Source: REST reference of Azure Storage, "Authorize with Shared Key", section
/// "Table service (Shared Key authorization)".
/// </summary>
/// <param name="account">Name of the account.</param>
/// <param name="key">Key of the account.</param>
internal sealed class SharedKeyPolicy(string account, byte[] key) : HttpPipelineSynchronousPolicy
{
    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        // Each try gets a date of its own: the service refuses one that is 15 minutes old.
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", Authorization(message.Request, date));
    }

    /// <summary>The value of the header Authorization.</summary>
    /// <param name="request">A request that is otherwise complete.</param>
    /// <param name="date">The value of its header x-ms-date.</param>
    public string Authorization(Request request, string date)
    {
        var md5 = request.Headers.TryGetValue("Content-MD5", out var sum) ? sum : "";
        var type = request.Headers.TryGetValue("Content-Type", out var content) ? content : "";
        // The account stands before the path, and once more in the path where that begins with it, as the emulator's
        // does.
        var text = $"{request.Method.Method}\n{md5}\n{type}\n{date}\n/{account}{request.Uri.ToUri().AbsolutePath}";

        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> utf8 = size <= 1024 ? stackalloc byte[size] : new byte[size];
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, utf8[..Encoding.UTF8.GetBytes(text, utf8)], signature);

        return $"SharedKey {account}:{Convert.ToBase64String(signature)}";
    }
}
