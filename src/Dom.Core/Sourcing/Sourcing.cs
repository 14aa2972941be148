namespace Dom.Core.Sourcing;

/// <summary>Decides which locations fulfil an order.</summary>
public static class Sourcing
{
    /// <summary>Finds the cheapest plan that keeps every rule.</summary>
    /// <param name="request">The order and everything that its sourcing depends on.</param>
    /// <returns>The plan and its reasons. The same request gives the same decision.</returns>
    public static SourcingDecision Source(SourcingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        throw new NotSupportedException($"Sourcing of order {request.OrderId} is not built yet.");
    }
}
