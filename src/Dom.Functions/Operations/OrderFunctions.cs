using System.Collections.Immutable;
using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Operations;

/// <summary>What channels and operators ask of an order and tell it.</summary>
public sealed class OrderFunctions(OrderStore orders, ShipmentStore shipments, OrderActions actions)
{
    /// <summary>GET an order.</summary>
    /// <param name="request">The request.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="client">Knows orders that are not stored yet.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GetOrder))]
    [Allow(Role.Channel, Role.Operator, Role.Viewer)]
    public async Task<IResult> GetOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "orders/{orderId}")] HttpRequest request,
        string orderId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        _ = request;
        if (!Identifier.IsPlain(orderId))
        {
            return NoOrder(orderId);
        }

        if (await orders.FindAsync(new OrderId(orderId), cancellationToken) is not { } order)
        {
            return await client.GetInstanceAsync(orderId, cancellationToken) is null
                ? NoOrder(orderId)
                : JsonAnswer.Ok(new { orderId, state = OrderState.Received, lines = Array.Empty<object>(), shipments = Array.Empty<object>() });
        }

        return JsonAnswer.Ok(await ViewAsync(order, cancellationToken));
    }

    /// <summary>POST that an order is called off. Lines that have left stay fulfilled.</summary>
    /// <param name="request">The request.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="client">Reaches the orchestration.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(CancelOrder))]
    [Allow(Role.Channel, Role.Operator, AlsoVisibleTo = [Role.Viewer])]
    public Task<IResult> CancelOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders/{orderId}/cancel")] HttpRequest request,
        string orderId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => TellAsync(request, orderId, client, OrderSignalKind.Cancel, cancellationToken);

    /// <summary>POST that nothing more of an order is sourced until it is released.</summary>
    /// <param name="request">The request.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="client">Reaches the orchestration.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(HoldOrder))]
    [Allow(Role.Operator, AlsoVisibleTo = [Role.Channel, Role.Viewer])]
    public Task<IResult> HoldOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders/{orderId}/hold")] HttpRequest request,
        string orderId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => TellAsync(request, orderId, client, OrderSignalKind.Hold, cancellationToken);

    /// <summary>POST that an order goes on.</summary>
    /// <param name="request">The request.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="client">Reaches the orchestration.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(ReleaseOrder))]
    [Allow(Role.Operator, AlsoVisibleTo = [Role.Channel, Role.Viewer])]
    public Task<IResult> ReleaseOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders/{orderId}/release")] HttpRequest request,
        string orderId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => TellAsync(request, orderId, client, OrderSignalKind.Release, cancellationToken);

    /// <summary>GET what happened to an order, oldest first.</summary>
    /// <param name="request">The request.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GetTimeline))]
    [Allow(Role.Operator, Role.Viewer)]
    public Task<IResult> GetTimeline(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "orders/{orderId}/timeline")] HttpRequest request,
        string orderId,
        CancellationToken cancellationToken) =>
        ListAsync(request, orderId, async id => await orders.TimelineAsync(id, cancellationToken), entry => entry.Id, cancellationToken);

    /// <summary>GET how an order was sourced and why: every decision with every candidate, oldest first.</summary>
    /// <param name="request">The request.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GetDecisions))]
    [Allow(Role.Operator, Role.Viewer)]
    public Task<IResult> GetDecisions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "orders/{orderId}/decisions")] HttpRequest request,
        string orderId,
        CancellationToken cancellationToken) =>
        ListAsync(
            request,
            orderId,
            async id => await orders.DecisionsAsync(id, null, cancellationToken),
            decision => FormattableString.Invariant($"{decision.Attempt:D6}.{decision.Revision:D4}"),
            cancellationToken);

    private async Task<IResult> ListAsync<T>(
        HttpRequest request, string orderId, Func<OrderId, Task<ImmutableArray<T>>> read, Func<T, string> mark, CancellationToken cancellationToken)
        where T : class
    {
        var (limit, faults) = RequestReader.Limit(request);
        if (!faults.IsEmpty)
        {
            return Problems.Invalid(faults);
        }

        if (!Identifier.IsPlain(orderId) || await orders.FindAsync(new OrderId(orderId), cancellationToken) is null)
        {
            return NoOrder(orderId);
        }

        var all = await read(new OrderId(orderId));
        var after = request.Query["after"].ToString();
        if (after.Length > 0 && all.All(item => mark(item) != after))
        {
            return Problems.Invalid([new Fault("after", after, "'next' of the page before")]);
        }

        var rest = after.Length == 0 ? all : [.. all.SkipWhile(item => mark(item) != after).Skip(1)];
        return JsonAnswer.Ok(new Page([.. rest.Take(limit)], rest.Length > limit ? mark(rest[limit - 1]) : null));
    }

    private async Task<IResult> TellAsync(
        HttpRequest request, string orderId, DurableTaskClient client, OrderSignalKind kind, CancellationToken cancellationToken)
    {
        var (body, faults) = await RequestReader.JsonAsync<OrderActionRequest>(request, cancellationToken);
        if (body is null || body.Faults() is { IsEmpty: false })
        {
            return Problems.Invalid(body?.Faults() ?? faults);
        }

        if (!Identifier.IsPlain(orderId) || await actions.TellAsync(client, new OrderId(orderId), kind, body.RequestId, cancellationToken) is not { } outcome)
        {
            return NoOrder(orderId);
        }

        if (outcome.Order is not { } order)
        {
            return new JsonAnswer(StatusCodes.Status202Accepted, new { orderId, state = OrderState.Received });
        }

        if (outcome.Result == OrderActionResult.Refused)
        {
            var word = JsonNamingPolicy.CamelCase.ConvertName(OrderFlow.StateOf(order.Progress).ToString());
            return Problems.Conflict($"Order '{orderId}' is {word}; nothing of it is open.", word, []);
        }

        var view = await ViewAsync(order, cancellationToken);
        return new JsonAnswer(outcome.Result == OrderActionResult.Done ? StatusCodes.Status200OK : StatusCodes.Status202Accepted, view);
    }

    private async Task<OrderView> ViewAsync(StoredOrder order, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(order.Progress.EndedShipments.AddRange(order.Progress.Shipments)
            .Select(shipment => shipments.FindAsync(shipment.LocationId, shipment.ShipmentId, cancellationToken)));
        return OrderView.Of(order, [.. found.OfType<Shipment>()]);
    }

    private static IResult NoOrder(string orderId) => Problems.NotFound($"There is no order '{orderId}'.");
}
