using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dom.Core;
using Microsoft.AspNetCore.Http;

namespace Dom.Functions.Http;

/// <summary>Reads what callers send.</summary>
public static class RequestReader
{
    /// <summary>Largest body, in bytes: what a Service Bus message of the standard tier may be.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>Items of a page where the caller names no limit.</summary>
    public const int DefaultLimit = 100;

    private const int MostLimit = 500;

    /// <summary>The body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The body's bytes; null where it is longer than <see cref="MostBytes"/>.</returns>
    public static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // Refused by what its header says: the server itself would end the call of a really long one.
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MostBytes)
            {
                return null;
            }
        }

        return body.ToArray();
    }

    /// <summary>The fault of a body that is too long.</summary>
    public static ImmutableArray<Fault> TooLong { get; } =
        [new Fault("body", "too long", string.Create(CultureInfo.InvariantCulture, $"at most {MostBytes} bytes"))];

    /// <summary>The body as an object of JSON.</summary>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The object, or what is wrong with it. An empty body is an empty object.</returns>
    public static async Task<(T? Value, ImmutableArray<Fault> Faults)> JsonAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class, new()
    {
        if (await BodyAsync(request, cancellationToken) is not { } body)
        {
            return (null, TooLong);
        }

        try
        {
            return (body.Length == 0 ? new T() : JsonSerializer.Deserialize<T>(body, DomJson.Options) ?? new T(), []);
        }
        catch (JsonException fault)
        {
            // Its message speaks of the types of this program, which say nothing to the caller.
            var isField = !string.IsNullOrEmpty(fault.Path) && fault.Path != "$";
            var place = string.Create(CultureInfo.InvariantCulture, $"at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}");
            return (null, isField
                ? [new Fault(fault.Path!.TrimStart('$').TrimStart('.'), "of another kind " + place, "the kind of value that the API names here")]
                : [new Fault("body", "broken " + place, "a JSON object, or nothing")]);
        }
    }

    /// <summary>How many items a page is to have.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The limit, or what is wrong with it.</returns>
    public static (int Limit, ImmutableArray<Fault> Faults) Limit(HttpRequest request)
    {
        var text = request.Query["limit"].ToString();
        if (text.Length == 0)
        {
            return (DefaultLimit, []);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostLimit
            ? (limit, [])
            : (0, [new Fault("limit", text, string.Create(CultureInfo.InvariantCulture, $"1 to {MostLimit}"))]);
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record Page(IReadOnlyList<object> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);
