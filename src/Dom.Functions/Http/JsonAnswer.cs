using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Dom.Core;
using Microsoft.AspNetCore.Http;

namespace Dom.Functions.Http;

/// <summary>An answer in JSON. A read carries an ETag made of its content, and is not sent again to who has it.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">What is said.</param>
/// <param name="IsProblem">Whether it is a refusal.</param>
public sealed record JsonAnswer(int Status, object Body, bool IsProblem = false) : IResult
{
    /// <summary>What was asked for.</summary>
    /// <param name="body">It.</param>
    public static JsonAnswer Ok(object body) => new(StatusCodes.Status200OK, body);

    /// <summary>The ETag of a body.</summary>
    /// <param name="body">The body.</param>
    public static string TagOf(object body) => TagOf(Bytes(body));

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var bytes = Bytes(Body);
        if (!IsProblem && Status is StatusCodes.Status200OK or StatusCodes.Status201Created)
        {
            var tag = TagOf(bytes);
            response.Headers.ETag = tag;
            response.Headers.CacheControl = "no-cache";
            if (HttpMethods.IsGet(httpContext.Request.Method) && IsKnown(httpContext.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = Status;
        response.ContentType = IsProblem ? "application/problem+json" : "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    private static bool IsKnown(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.ToString() is var known && (known == "*" || known.Contains(tag, StringComparison.Ordinal));

    private static byte[] Bytes(object body) => JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), DomJson.Options);

    private static string TagOf(byte[] bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
}
