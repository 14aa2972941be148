namespace Dom.Core.Solving.Generation;

/// <summary>How much orders get into each other's way.</summary>
public enum Contention
{
    /// <summary>As on a normal day: capacity for 1.8 times the orders, 12 % of SKUs scarce, distribution centres carry 90 % of the others.</summary>
    Low,

    /// <summary>As at a peak: capacity for 1.2 to 1.3 times the orders, 30 % of SKUs scarce, distribution centres carry 60 % of the others.</summary>
    High,
}
