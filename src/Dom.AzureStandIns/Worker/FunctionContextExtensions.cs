using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What ASP.NET Core integration adds to an invocation.</summary>
public static class FunctionContextExtensions
{
    // The real package keeps the request under this key; a host that sets it serves both builds.
    private const string HttpContextKey = "HttpRequestContext";

    /// <summary>The request that started the function; null for a function that was not started by HTTP.</summary>
    /// <param name="context">The invocation.</param>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpContextKey, out var request) ? request as HttpContext : null;
}
