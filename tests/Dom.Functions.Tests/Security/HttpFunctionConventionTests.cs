using System.Reflection;
using Dom.Functions.Security;
using Microsoft.Azure.Functions.Worker;

namespace Dom.Functions.Tests.Security;

public sealed class HttpFunctionConventionTests
{
    /// <summary>The calls of the published API that the app answers.</summary>
    private static readonly string[] Published =
    [
        "GET health/live", "GET health/ready", "GET openapi.json",
        "POST orders", "GET orders/{orderId}", "POST orders/{orderId}/cancel", "POST orders/{orderId}/hold", "POST orders/{orderId}/release",
        "GET orders/{orderId}/timeline", "GET orders/{orderId}/decisions",
        "GET locations/{locationId}", "PUT locations/{locationId}",
        "GET locations/{locationId}/shipments", "GET locations/{locationId}/shipments/{shipmentId}",
        "POST locations/{locationId}/shipments/{shipmentId}/{verb}",
        "GET stock", "PUT stock", "GET products", "PUT products",
        "GET profile.schema.json", "GET profiles", "GET profiles/{profileId}/versions/{version}", "GET profiles/{profileId}/diff",
        "GET profiles/{profileId}/draft", "PUT profiles/{profileId}/draft", "GET profiles/{profileId}/draft/lint",
        "POST profiles/{profileId}/publish", "POST profiles/{profileId}/rollback", "POST profiles/{profileId}/retire",
        "POST waves",
    ];

    [Fact]
    public void Every_HTTP_function_says_who_may_call_it()
    {
        Assert.All(HttpFunctionList.All(), function => Assert.NotNull(function.Method.GetCustomAttribute<AllowAttribute>()));
    }

    [Fact]
    public void Only_health_is_for_anyone()
    {
        var anyone = HttpFunctionList.All().Where(function => function.Method.GetCustomAttribute<AllowAttribute>()!.Anyone);

        Assert.All(anyone, function => Assert.StartsWith("health/", function.Trigger.Route, StringComparison.Ordinal));
    }

    [Fact]
    public void No_HTTP_function_asks_for_a_key_of_the_host()
    {
        Assert.All(HttpFunctionList.All(), function => Assert.Equal(AuthorizationLevel.Anonymous, function.Trigger.Level));
    }

    [Fact]
    public void Every_HTTP_function_is_a_call_of_the_published_API()
    {
        var calls = HttpFunctionList.All().SelectMany(function => function.Trigger.Methods, (function, method) => $"{method} {function.Trigger.Route}");

        Assert.Equal(Published.Order(StringComparer.Ordinal), calls.Order(StringComparer.Ordinal));
    }
}
