using System.Text.Json;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dom.Functions.Operations;

/// <summary>Tells what the HTTP API offers.</summary>
public static class ApiFunctions
{
    private static readonly JsonElement Document = Read();

    /// <summary>GET the API's description in OpenAPI 3.1: the file <c>docs/api/openapi.json</c>, as it is in this build.</summary>
    /// <param name="request">The request.</param>
    [Function(nameof(OpenApi))]
    [Allow(Role.Channel, Role.Store, Role.Operator, Role.Viewer)]
    public static IResult OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request)
    {
        _ = request;
        return JsonAnswer.Ok(Document);
    }

    private static JsonElement Read()
    {
        using var resource = typeof(ApiFunctions).Assembly.GetManifestResourceStream("openapi.json")
            ?? throw new InvalidOperationException("The program holds no openapi.json.");
        return JsonSerializer.Deserialize<JsonElement>(resource);
    }
}
