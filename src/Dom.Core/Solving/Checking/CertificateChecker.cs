using System.Collections.Concurrent;

namespace Dom.Core.Solving.Checking;

/// <summary>
/// Recomputes the bound that a certificate proves, from the problem and the certificate alone. It shares no code with the solver, looks at every location
/// with stock, and keeps no pools: it is written to be read, not to be fast. Integers throughout, so any number of threads finds the same bound.
/// </summary>
/// <remarks>
/// Beyond what <see cref="PriceCertificate"/> says: an order's own choice keeps to every rule that concerns it alone, the stock and the places available to the
/// first order among them; the intercept of a relaxed order's rate line is rounded down to whole price units.
/// </remarks>
public static class CertificateChecker
{
    private const int OrdersAtATime = 64;

    /// <summary>Checks a certificate.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="certificate">The certificate; nothing is taken for granted of it.</param>
    /// <param name="threads">Threads that work, 1 or more.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static CertificateCheck Check(
        SourcingProblem problem, PriceCertificate certificate, int threads, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (CertificateForm.Fault(problem, certificate) is { } fault)
        {
            return new CertificateCheck.Refused(fault);
        }

        var total = SumOfOrders(problem, certificate, threads, cancellationToken) - Rents(problem, certificate);
        var bound = -FloorDivide(-total, certificate.UnitsPerMinorUnit);
        return bound < long.MinValue || bound > long.MaxValue
            ? new CertificateCheck.Refused($"The bound is {bound}: allowed is what a long integer holds.")
            : new CertificateCheck.Proven((long)bound);
    }

    private static Int128 SumOfOrders(SourcingProblem problem, PriceCertificate certificate, int threads, CancellationToken cancellationToken)
    {
        var total = Int128.Zero;
        var sum = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.ForEach(
            Partitioner.Create(0, Math.Max(1, problem.OrderCount), OrdersAtATime),
            options,
            () => (Bounds: new OrderBounds(problem, certificate), Sum: Int128.Zero),
            (orders, _, mine) =>
            {
                for (var order = orders.Item1; order < Math.Min(orders.Item2, problem.OrderCount); order++)
                {
                    mine.Sum += mine.Bounds.Of(order);
                }

                return mine;
            },
            mine =>
            {
                lock (sum)
                {
                    total += mine.Sum;
                }
            });
        return total;
    }

    /// <summary>What all places and units together cost at the certificate's prices.</summary>
    private static Int128 Rents(SourcingProblem problem, PriceCertificate certificate)
    {
        var rents = Int128.Zero;
        for (var location = 0; location < problem.LocationCount; location++)
        {
            rents += (Int128)certificate.LocationPrice[location] * problem.Locations.MaxOrders[location];
        }

        for (var at = 0; at < certificate.Slot.Length; at++)
        {
            rents += (Int128)certificate.SlotPrice[at] * problem.Stock.Available[certificate.Slot[at]];
        }

        return rents;
    }

    private static Int128 FloorDivide(Int128 dividend, Int128 divisor)
    {
        var (quotient, remainder) = Int128.DivRem(dividend, divisor);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}
