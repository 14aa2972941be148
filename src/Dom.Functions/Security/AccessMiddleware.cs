using System.Collections.Concurrent;
using System.Reflection;
using Dom.Functions.Http;
using Dom.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Dom.Functions.Security;

/// <summary>Lets callers in to HTTP functions by their key and their role. Not for other triggers: it awaits storage, which no orchestrator may.</summary>
public sealed class AccessMiddleware(ClientKeyStore keys) : IFunctionsWorkerMiddleware
{
    private const string Scheme = "Bearer ";
    private readonly ConcurrentDictionary<string, AllowAttribute?> _allowed = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()
            ?? throw new InvalidOperationException($"{context.FunctionDefinition.Name} has no HTTP request: this middleware is for HTTP functions only.");
        var allow = _allowed.GetOrAdd(context.FunctionDefinition.EntryPoint, Find);

        if (allow is { Anyone: true })
        {
            await next(context);
            return;
        }

        var caller = await CallerAsync(http);
        if (caller is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            await Problems.Unauthorized().ExecuteAsync(http);
        }
        else if (allow?.Roles.Contains(caller.Role) == true)
        {
            http.Items[typeof(Caller)] = caller;
            await next(context);
        }
        else if (allow?.AlsoVisibleTo.Contains(caller.Role) == true)
        {
            await Problems.Forbidden(caller.Role).ExecuteAsync(http);
        }
        else
        {
            await Problems.NotFound("There is nothing here for this caller.").ExecuteAsync(http);
        }
    }

    private async Task<Caller?> CallerAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await keys.FindAsync(header[Scheme.Length..].Trim(), http.RequestAborted)
            : null;
    }

    private static AllowAttribute? Find(string entryPoint)
    {
        var dot = entryPoint.LastIndexOf('.');
        return typeof(AccessMiddleware).Assembly.GetType(entryPoint[..dot])?.GetMethod(entryPoint[(dot + 1)..])?.GetCustomAttribute<AllowAttribute>();
    }
}

/// <summary>Finds who calls.</summary>
public static class CallerExtensions
{
    /// <summary>Who calls, as <see cref="AccessMiddleware"/> found.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="InvalidOperationException">The request did not pass the middleware.</exception>
    public static Caller Caller(this HttpRequest request) =>
        request.HttpContext.Items[typeof(Caller)] as Caller
        ?? throw new InvalidOperationException("The request has no caller: it did not pass the access middleware.");
}
