namespace Dom.Core.Solving;

/// <summary>A plan, what it costs, and what no plan can cost less than.</summary>
public sealed record Solution
{
    /// <summary>The best plan found.</summary>
    public required AssignmentPlan Plan { get; init; }

    /// <summary>What it costs, minor units.</summary>
    public required long Cost { get; init; }

    /// <summary>No plan of the problem as given costs less, minor units.</summary>
    public required long LowerBound { get; init; }

    /// <summary>What proves the bound, with the problem alone.</summary>
    public required PriceCertificate Certificate { get; init; }

    /// <summary>What ended the run.</summary>
    public required StopReason StoppedBy { get; init; }

    /// <summary>Orders whose part of the bound is not exact: they have too many lines or units for that; the bound still holds.</summary>
    public required int RelaxedOrders { get; init; }

    /// <summary>(cost − bound) / cost; 0 when the cost is 0.</summary>
    public double Gap => Cost == 0 ? 0 : (double)(Cost - LowerBound) / Cost;
}
