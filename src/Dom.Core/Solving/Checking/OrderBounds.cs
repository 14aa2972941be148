namespace Dom.Core.Solving.Checking;

/// <summary>The parts that single orders have in a certificate's bound. One for each thread.</summary>
internal sealed class OrderBounds
{
    private readonly PriceCertificate _certificate;
    private readonly Dictionary<int, int> _firstValue = [];
    private readonly PricedSupply _supply;
    private readonly ExactOrderBound _exact;
    private readonly RelaxedOrderBound _relaxed;

    /// <summary>Makes ready for a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="certificate">A certificate of good form.</param>
    public OrderBounds(SourcingProblem problem, PriceCertificate certificate)
    {
        _certificate = certificate;
        _supply = new PricedSupply(problem, certificate);
        _exact = new ExactOrderBound(problem, certificate, _supply);
        _relaxed = new RelaxedOrderBound(problem, certificate, _supply);
        var next = 0;
        foreach (var order in certificate.RelaxedOrder)
        {
            _firstValue[order] = next;
            next += problem.Orders.LineStart[order + 1] - problem.Orders.LineStart[order];
        }
    }

    /// <summary>The least that an order can cost by itself at the certificate's prices, or less than that where it is relaxed; price units.</summary>
    /// <param name="order">The order.</param>
    public Int128 Of(int order)
    {
        _supply.MoveTo(order);
        return _firstValue.TryGetValue(order, out var first) ? _relaxed.Of(order, _certificate.RelaxedUnitValue.AsSpan(first)) : _exact.Of(order);
    }
}
