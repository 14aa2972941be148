using System.Collections.Concurrent;
using System.Reflection;
using Dom.Functions.Http;
using Dom.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Security;

/// <summary>Lets callers in to HTTP functions by their key, or by a token that Easy Auth has checked, and by their role.</summary>
/// <remarks>Not for other triggers: it awaits storage, which no orchestrator may.</remarks>
public sealed class AccessMiddleware(ClientKeyStore keys, StorePrincipals stores, IOptions<DomOptions> options) : IFunctionsWorkerMiddleware
{
    /// <summary>Another place for a client key, for where a gateway takes every bearer token for one of its own.</summary>
    public const string KeyHeader = "X-Dom-Key";

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
        if (options.Value.EasyAuth && EntraPrincipal.Read(http.Request.Headers[EntraPrincipal.Header].ToString()) is { Role: { } role } principal)
        {
            return new Caller(principal.Name, role, role == Role.Store ? await stores.LocationsAsync(principal.ObjectId, http.RequestAborted) : []);
        }

        return KeyOf(http.Request) is { Length: > 0 } key ? await keys.FindAsync(key, http.RequestAborted) : null;
    }

    private static string? KeyOf(HttpRequest request)
    {
        var bearer = request.Headers.Authorization.ToString();
        return request.Headers.TryGetValue(KeyHeader, out var key)
            ? key.ToString().Trim()
            : bearer.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? bearer[Scheme.Length..].Trim() : null;
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
