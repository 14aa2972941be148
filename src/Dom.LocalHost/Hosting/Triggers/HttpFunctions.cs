using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Dom.LocalHost.Hosting.Catalog;
using Dom.LocalHost.Hosting.Invocation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Hosting.Triggers;

/// <summary>Serves HTTP functions: routes, keys, middleware, results.</summary>
/// <param name="pipeline">Middleware around them.</param>
/// <param name="hostKey">The key for every level but anonymous.</param>
/// <param name="logger">Gets what happens.</param>
internal sealed class HttpFunctions(FunctionPipeline pipeline, string hostKey, ILogger logger)
{
    // The key under which the real package keeps the request, and its GetHttpContext looks for it.
    private const string HttpContextItem = "HttpRequestContext";
    private const string KeyHeader = "x-functions-key";
    private const string KeyQuery = "code";

    /// <summary>Adds the route of a function.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="prefix">What routes start with, without slashes; may be empty.</param>
    /// <param name="function">A function with an HTTP trigger.</param>
    /// <exception cref="LocalHostException">The route is not readable.</exception>
    public void Map(IEndpointRouteBuilder routes, string prefix, FunctionDescriptor function)
    {
        var trigger = (FunctionTrigger.Http)function.Trigger;
        var template = prefix.Length == 0 ? "/" + trigger.Route : $"/{prefix}/{trigger.Route}";
        var invoker = new FunctionInvoker(function);
        RequestDelegate serve = context => ServeAsync(context, invoker, trigger.Level);
        try
        {
            var endpoint = trigger.Methods.Count == 0
                ? routes.Map(template, serve)
                : routes.MapMethods(template, trigger.Methods, serve);
            endpoint.WithDisplayName(function.Name);
        }
        catch (Microsoft.AspNetCore.Routing.Patterns.RoutePatternException wrong)
        {
            throw new LocalHostException($"Function '{function.Name}': route '{trigger.Route}' is wrong. {wrong.Message}", wrong);
        }
    }

    /// <summary>Says what is wrong with a call that no function has a route for.</summary>
    /// <param name="http">The call, answered with a status and no body.</param>
    public static Task RefuseAsync(HttpContext http) =>
        (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed
            ? Problem(405, "Method not allowed", $"{http.Request.Method} is not possible on {http.Request.Path}; allowed is {http.Response.Headers.Allow}.")
            : Problem(http.Response.StatusCode, "Not found", $"There is nothing at {http.Request.Path}."))
        .ExecuteAsync(http);

    [SuppressMessage("Design", "CA1031:Do not catch general exception types",
        Justification = "The edge of the host: the failure is logged, and the caller learns no more than that there was one.")]
    private async Task ServeAsync(HttpContext http, FunctionInvoker invoker, AuthorizationLevel level)
    {
        var function = invoker.Function;
        if (level != AuthorizationLevel.Anonymous && !HasKey(http.Request))
        {
            logger.KeyRefused(function.Name);
            await Problem(401, "Unauthorized", $"This call needs the host key in the header {KeyHeader} or as ?{KeyQuery}=.")
                .ExecuteAsync(http);
            return;
        }

        var route = http.Request.RouteValues.ToDictionary(
            pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        var context = new LocalFunctionContext(function, http.RequestServices, route, http.RequestAborted);
        context.Items[HttpContextItem] = http;
        try
        {
            await pipeline.RunAsync(context, _ => InvokeAsync(http, invoker, context, route));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody reads an answer.
        }
        catch (BadHttpRequestException wrong) when (!http.Response.HasStarted)
        {
            // The server's own limits, such as that of a body: the caller's fault, and no failure of the function.
            await Problem(wrong.StatusCode, "Bad request", wrong.Message).ExecuteAsync(http);
        }
        catch (Exception failure)
        {
            logger.FunctionFailed(failure, function.Name, context.InvocationId);
            if (!http.Response.HasStarted)
            {
                http.Response.Clear();
                await Problem(500, "Internal server error", $"The call failed. The log has it under invocation {context.InvocationId}.")
                    .ExecuteAsync(http);
            }
            else
            {
                http.Abort();
            }
        }
    }

    private static async Task InvokeAsync(
        HttpContext http, FunctionInvoker invoker, LocalFunctionContext context, Dictionary<string, object?> route)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in invoker.Function.Method.GetParameters())
        {
            if (RouteValues.CanBe(parameter.ParameterType))
            {
                var text = route.GetValueOrDefault(parameter.Name!);
                if (!RouteValues.TryConvert(text, parameter.ParameterType, out var value))
                {
                    await Problem(400, "Bad request", $"{parameter.Name} is '{text}'; allowed is a {parameter.ParameterType.Name}.")
                        .ExecuteAsync(http);
                    return;
                }

                values[parameter.Name!] = value;
            }
        }

        var result = await invoker.InvokeAsync(new(context, http.Request) { Values = values });
        await (result switch
        {
            IResult written => written.ExecuteAsync(http),
            IActionResult written => written.ExecuteResultAsync(
                new(http, http.GetRouteData(), new ActionDescriptor())),
            _ => Task.CompletedTask,
        });
    }

    private bool HasKey(HttpRequest request)
    {
        var given = request.Headers.TryGetValue(KeyHeader, out var header)
            ? header.ToString()
            : request.Query[KeyQuery].ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(hostKey));
    }

    private static IResult Problem(int status, string title, string detail) =>
        Results.Problem(title: title, detail: detail, statusCode: status);
}
