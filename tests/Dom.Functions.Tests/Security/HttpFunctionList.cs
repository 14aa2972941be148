using System.Reflection;
using Dom.Functions.Security;
using Dom.LocalHost.Hosting.Catalog;

namespace Dom.Functions.Tests.Security;

/// <summary>The app's HTTP functions.</summary>
internal static class HttpFunctionList
{
    public static IReadOnlyList<(string Name, MethodInfo Method, FunctionTrigger.Http Trigger)> All() =>
    [
        .. FunctionCatalog.Of(typeof(AccessMiddleware).Assembly).Functions
            .Where(function => function.Trigger is FunctionTrigger.Http)
            .Select(function => (function.Name, function.Method, (FunctionTrigger.Http)function.Trigger)),
    ];
}
