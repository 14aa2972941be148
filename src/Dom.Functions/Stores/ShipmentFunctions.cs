using System.Collections.Immutable;
using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Functions.Fulfillment;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Stores;

/// <summary>What stores see and do: the shipments of their own locations.</summary>
public sealed class ShipmentFunctions(ShipmentStore shipments, ConfigurationStore configurations, TimeProvider clock)
{
    private const string ListRoute = "locations/{locationId}/shipments";
    private const string OneRoute = ListRoute + "/{shipmentId}";

    private static readonly ImmutableDictionary<string, ShipmentAction> Actions = new[]
    {
        ShipmentAction.Accept, ShipmentAction.Reject, ShipmentAction.Pick, ShipmentAction.Unpick,
        ShipmentAction.Pack, ShipmentAction.Ship, ShipmentAction.Ready, ShipmentAction.Collect,
    }.ToImmutableDictionary(action => JsonNamingPolicy.CamelCase.ConvertName(action.ToString()), StringComparer.Ordinal);

    /// <summary>GET a location's shipments, in the states asked for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="locationId">The location.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(ListShipments))]
    [Allow(Role.Store, Role.Operator, Role.Viewer)]
    public async Task<IResult> ListShipments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ListRoute)] HttpRequest request, string locationId, CancellationToken cancellationToken)
    {
        if (!IsSeen(request, locationId, out var location))
        {
            return NoLocation(locationId);
        }

        var (limit, faults) = RequestReader.Limit(request);
        var (states, stateFaults) = States(request.Query["state"].ToString());
        if (faults.AddRange(stateFaults) is { IsEmpty: false } wrong)
        {
            return Problems.Invalid(wrong);
        }

        var after = request.Query["after"].ToString() is { Length: > 0 } text ? text : null;
        var found = await shipments.ListAsync(location, states, after, limit + 1, cancellationToken);
        if (found.IsEmpty && await configurations.FindLocationAsync(location, cancellationToken) is null)
        {
            return NoLocation(locationId);
        }

        return JsonAnswer.Ok(new Page(
            [.. found.Take(limit).Select(ShipmentView.Of)], found.Length > limit ? found[limit - 1].ShipmentId.Value : null));
    }

    /// <summary>GET one shipment.</summary>
    /// <param name="request">The request.</param>
    /// <param name="locationId">The location.</param>
    /// <param name="shipmentId">The shipment.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GetShipment))]
    [Allow(Role.Store, Role.Operator, Role.Viewer)]
    public async Task<IResult> GetShipment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OneRoute)] HttpRequest request,
        string locationId,
        string shipmentId,
        CancellationToken cancellationToken) =>
        IsSeen(request, locationId, out var location)
        && ShipmentId.IsShipmentId(shipmentId)
        && await shipments.FindAsync(location, ShipmentId.From(shipmentId), cancellationToken) is { } shipment
            ? JsonAnswer.Ok(ShipmentView.Of(shipment))
            : NoShipment(locationId, shipmentId);

    /// <summary>POST an action on a shipment. What it does is stored before its orchestration is told; a repeat answers what the first answered.</summary>
    /// <param name="request">The request.</param>
    /// <param name="locationId">The location.</param>
    /// <param name="shipmentId">The shipment.</param>
    /// <param name="verb">What to do.</param>
    /// <param name="client">Reaches the orchestration.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(ActOnShipment))]
    [Allow(Role.Store, AlsoVisibleTo = [Role.Operator, Role.Viewer])]
    public async Task<IResult> ActOnShipment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OneRoute + "/{verb}")] HttpRequest request,
        string locationId,
        string shipmentId,
        string verb,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (!IsSeen(request, locationId, out var location) || !ShipmentId.IsShipmentId(shipmentId))
        {
            return NoShipment(locationId, shipmentId);
        }

        if (!Actions.TryGetValue(verb, out var what))
        {
            return Problems.NotFound($"There is no action '{verb}'; there are {string.Join(", ", Actions.Keys.Order(StringComparer.Ordinal))}.");
        }

        var (body, faults) = await RequestReader.JsonAsync<ActionRequest>(request, cancellationToken);
        if (body is null)
        {
            return Problems.Invalid(faults);
        }

        var id = ShipmentId.From(shipmentId);
        var command = body.ToCommand(what, clock.GetUtcNow(), request.Caller().Name);
        return await shipments.DecideAsync(location, id, command, cancellationToken) is { } outcome
            ? await outcome.Match(
                changed => TellAsync(client, changed.Shipment, cancellationToken),
                // Told again: the first telling may have been lost with the process that was to do it.
                unchanged => TellAsync(client, unchanged.Shipment, cancellationToken),
                refused => Task.FromResult(Problems.Refused(refused)),
                invalid => Task.FromResult(Problems.Invalid(invalid.Faults)))
            : NoShipment(locationId, shipmentId);
    }

    private static async Task<IResult> TellAsync(DurableTaskClient client, Shipment shipment, CancellationToken cancellationToken)
    {
        await client.TryRaiseEventAsync(shipment.ShipmentId.Value, ShipmentSignal.EventName, new ShipmentSignal(), cancellationToken);
        return JsonAnswer.Ok(ShipmentView.Of(shipment));
    }

    private static bool IsSeen(HttpRequest request, string locationId, out LocationId location)
    {
        location = Identifier.IsPlain(locationId) ? new LocationId(locationId) : default;
        return Identifier.IsPlain(locationId) && request.Caller().Sees(location);
    }

    private static (ImmutableArray<ShipmentState> States, ImmutableArray<Fault> Faults) States(string text)
    {
        var names = Enum.GetValues<ShipmentState>().ToDictionary(state => JsonNamingPolicy.CamelCase.ConvertName(state.ToString()), StringComparer.Ordinal);
        var wanted = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (
            [.. wanted.Where(names.ContainsKey).Select(name => names[name])],
            [.. wanted.Where(name => !names.ContainsKey(name)).Select(name => new Fault("state", name, "any of " + string.Join(", ", names.Keys)))]);
    }

    private static IResult NoLocation(string locationId) => Problems.NotFound($"There is no location '{locationId}' that this caller may act for.");

    private static IResult NoShipment(string locationId, string shipmentId) =>
        Problems.NotFound($"Location '{locationId}' has no shipment '{shipmentId}' with this address.");
}
