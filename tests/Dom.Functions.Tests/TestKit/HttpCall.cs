using System.Text;
using System.Text.Json;
using Dom.Functions.Security;
using Microsoft.AspNetCore.Http;

namespace Dom.Functions.Tests.TestKit;

/// <summary>A request to a function, and the answer to it.</summary>
internal sealed class HttpCall
{
    public HttpCall(string method = "GET", string? body = null, string query = "")
        : this(method, body is null ? [] : Encoding.UTF8.GetBytes(body), query)
    {
    }

    public HttpCall(string method, byte[] body, string query = "")
    {
        Context.Request.Method = method;
        Context.Request.QueryString = new QueryString(query);
        Context.Request.Body = new MemoryStream(body);
        Context.Response.Body = new MemoryStream();
    }

    public DefaultHttpContext Context { get; } = new();

    public HttpRequest Request => Context.Request;

    public int Status => Context.Response.StatusCode;

    public string? ContentType => Context.Response.ContentType;

    public string? ETag => Context.Response.Headers.ETag;

    public string Body => Encoding.UTF8.GetString(((MemoryStream)Context.Response.Body).ToArray());

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    /// <summary>The call by somebody; a store's with the locations that it may act for.</summary>
    public HttpCall By(Role role, params string[] locations)
    {
        Context.Items[typeof(Caller)] = new Caller(role.ToString(), role, [.. locations]);
        return this;
    }

    public HttpCall With(string header, string value)
    {
        Request.Headers[header] = value;
        return this;
    }

    /// <summary>Carries the call out.</summary>
    public async Task<HttpCall> SendAsync(Func<HttpRequest, Task<IResult>> function)
    {
        var result = await function(Request);
        await result.ExecuteAsync(Context);
        return this;
    }
}
