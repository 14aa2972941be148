using Dom.Core.Inventory;
using Dom.Core.Orders;
using Dom.Core.Sourcing;
using Dom.Functions.Storage;

namespace Dom.Functions.Sourcing;

/// <summary>What sourcing writes down: its decisions before it holds anything, and what orders wait for.</summary>
public sealed class DecisionLog(OrderStore orders, WaitingStore waiting)
{
    /// <summary>Writes a decision.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it is the first of its attempt and revision.</returns>
    public Task<bool> AddAsync(OrderId orderId, StoredDecision decision, CancellationToken cancellationToken) =>
        orders.AddDecisionAsync(orderId, decision, cancellationToken);

    /// <summary>The newest decision of an attempt.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<StoredDecision> NewestAsync(OrderId orderId, int attempt, CancellationToken cancellationToken) =>
        (await orders.DecisionsAsync(orderId, attempt, cancellationToken))[^1];

    /// <summary>Whether a decision stands; false where it was given up, null while neither is so.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<bool?> StandsAsync(OrderId orderId, StoredDecision decision, CancellationToken cancellationToken) =>
        orders.StandsAsync(orderId, decision, cancellationToken);

    /// <summary>Gives a decision up.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it is given up; false where it stands.</returns>
    public Task<bool> GiveUpAsync(OrderId orderId, StoredDecision decision, CancellationToken cancellationToken) =>
        orders.GiveUpAsync(orderId, decision, cancellationToken);

    /// <summary>Notes what an order waits for.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="order">The order, with its lines of that SKU.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task WaitAsync(Sku sku, WaitingOrder order, CancellationToken cancellationToken) => waiting.AddAsync(sku, order, cancellationToken);
}
