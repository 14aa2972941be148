using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The answer to one action of a transaction.</summary>
internal sealed class TransactionPartResponse : Response
{
    private readonly Dictionary<string, string> _headers;

    /// <summary>An answer.</summary>
    /// <param name="status">Its HTTP status.</param>
    /// <param name="reasonPhrase">What the status line says besides.</param>
    /// <param name="headers">Its headers, found in any case of letters.</param>
    /// <param name="content">Its body; empty for none.</param>
    /// <param name="clientRequestId">The id that the transaction was sent with.</param>
    public TransactionPartResponse(
        int status, string reasonPhrase, Dictionary<string, string> headers, string content, string clientRequestId)
    {
        Status = status;
        ReasonPhrase = reasonPhrase;
        _headers = headers;
        ContentStream = content.Length == 0 ? null : new MemoryStream(Encoding.UTF8.GetBytes(content));
        ClientRequestId = clientRequestId;
    }

    /// <inheritdoc/>
    public override int Status { get; }

    /// <inheritdoc/>
    public override string ReasonPhrase { get; }

    /// <inheritdoc/>
    public override Stream? ContentStream { get; set; }

    /// <inheritdoc/>
    public override string ClientRequestId { get; set; }

    /// <inheritdoc/>
    public override bool IsError => Status >= 400;

    /// <inheritdoc/>
    public override void Dispose() => ContentStream?.Dispose();

    /// <inheritdoc/>
    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        _headers.TryGetValue(name, out value);

    /// <inheritdoc/>
    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    /// <inheritdoc/>
    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    /// <inheritdoc/>
    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        _headers.Select(header => new HttpHeader(header.Key, header.Value));
}
