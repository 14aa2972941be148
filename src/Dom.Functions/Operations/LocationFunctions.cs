using System.Text.Json;
using Dom.Core;
using Dom.Core.Network;
using Dom.Functions.Fulfillment;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Operations;

/// <summary>What operators see of locations and set right.</summary>
public sealed class LocationFunctions(ConfigurationStore configurations, Waker waker)
{
    private const string Route = "locations/{locationId}";

    /// <summary>GET a location.</summary>
    /// <param name="request">The request.</param>
    /// <param name="locationId">The location.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GetLocation))]
    [Allow(Role.Store, Role.Operator, Role.Viewer)]
    public async Task<IResult> GetLocation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string locationId, CancellationToken cancellationToken) =>
        Identifier.IsPlain(locationId)
        && request.Caller().Sees(new LocationId(locationId))
        && await configurations.FindLocationAsync(new LocationId(locationId), cancellationToken) is { } found
            ? JsonAnswer.Ok(Document(found.Location))
            : Problems.NotFound($"There is no location '{locationId}'.");

    /// <summary>PUT a location: new with <c>If-None-Match: *</c>, or over the one that was read with <c>If-Match</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="locationId">The location.</param>
    /// <param name="client">Reaches the orders that the location may serve now.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(PutLocation))]
    [Allow(Role.Operator, AlsoVisibleTo = [Role.Store, Role.Viewer])]
    public async Task<IResult> PutLocation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        string locationId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (!Identifier.IsPlain(locationId))
        {
            return Problems.Invalid([new Fault("locationId", locationId, Identifier.PlainRule)]);
        }

        if (await RequestReader.BodyAsync(request, cancellationToken) is not { } body)
        {
            return Problems.Invalid(RequestReader.TooLong);
        }

        return await LocationReader.Read(body, new LocationId(locationId)).Match(
            read => PutAsync(request, read.Value, client, cancellationToken),
            refused => Task.FromResult(Problems.Invalid(refused.Faults)));
    }

    private static JsonElement Document(Location location) => JsonSerializer.Deserialize<JsonElement>(LocationWriter.Write(location));

    private async Task<IResult> PutAsync(HttpRequest request, Location location, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var (ifMatch, ifNoneMatch) = (request.Headers.IfMatch.ToString(), request.Headers.IfNoneMatch.ToString());
        if (ifMatch.Length == 0 && ifNoneMatch != "*")
        {
            return Problems.PreconditionRequired();
        }

        var current = await configurations.FindLocationAsync(location.LocationId, cancellationToken);
        var isExpected = current is { } found
            ? ifMatch == "*" || ifMatch == JsonAnswer.TagOf(Document(found.Location))
            : ifMatch.Length == 0;
        if (!isExpected || !await configurations.PutLocationAsync(location, current?.Tag, cancellationToken))
        {
            return Problems.PreconditionFailed(current is null
                ? $"There is no location '{location.LocationId}'; 'If-None-Match: *' creates it."
                : ifMatch.Length == 0
                    ? $"Location '{location.LocationId}' is there already; send 'If-Match' with its ETag to write over it."
                    : $"Location '{location.LocationId}' is not what 'If-Match' names; read it again.");
        }

        await waker.LocationOpenedAsync(client, location.LocationId, cancellationToken);
        return new JsonAnswer(current is null ? StatusCodes.Status201Created : StatusCodes.Status200OK, Document(location));
    }
}
