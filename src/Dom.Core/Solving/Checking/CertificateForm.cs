namespace Dom.Core.Solving.Checking;

/// <summary>What must hold of a certificate's columns before its prices mean anything.</summary>
internal static class CertificateForm
{
    /// <summary>The first fault; none for a certificate of good form.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="certificate">The certificate.</param>
    public static string? Fault(SourcingProblem problem, PriceCertificate certificate) =>
        certificate.UnitsPerMinorUnit < 1
            ? $"UnitsPerMinorUnit is {certificate.UnitsPerMinorUnit}: allowed is 1 or more."
            : LocationFault(problem, certificate) ?? SlotFault(problem, certificate) ?? RelaxedFault(problem, certificate) ?? SizeFault(problem, certificate);

    /// <summary>How many states an order has, counted no further than needed to know that they are too many.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="order">The order.</param>
    public static long States(SourcingProblem problem, int order)
    {
        var states = 1L;
        for (var line = problem.Orders.LineStart[order]; line < problem.Orders.LineStart[order + 1] && states <= PriceCertificate.MaxStates; line++)
        {
            states *= problem.Lines.Splittable[line] ? problem.Lines.Quantity[line] + 1L : 2;
        }

        return states;
    }

    private static string? LocationFault(SourcingProblem problem, PriceCertificate certificate)
    {
        if (certificate.LocationPrice.Length != problem.LocationCount)
        {
            return $"LocationPrice has {certificate.LocationPrice.Length} entries: allowed is one for each of the {problem.LocationCount} locations.";
        }

        for (var location = 0; location < problem.LocationCount; location++)
        {
            var price = certificate.LocationPrice[location];
            if (price < 0 || (price > 0 && problem.Locations.MaxOrders[location] == LocationColumns.NoLimit))
            {
                return $"LocationPrice of location {problem.Locations.Ids[location]} is {price}: allowed is 0 or more, and 0 where the location has no limit.";
            }
        }

        return null;
    }

    private static string? SlotFault(SourcingProblem problem, PriceCertificate certificate)
    {
        if (certificate.Slot.Length != certificate.SlotPrice.Length)
        {
            return $"SlotPrice has {certificate.SlotPrice.Length} entries: allowed is one for each of the {certificate.Slot.Length} in Slot.";
        }

        for (var at = 0; at < certificate.Slot.Length; at++)
        {
            var slot = certificate.Slot[at];
            if (slot < 0 || slot >= problem.Stock.Location.Length || (at > 0 && slot <= certificate.Slot[at - 1]))
            {
                return $"Slot at {at} is {slot}: allowed are slots from 0 to {problem.Stock.Location.Length - 1}, ascending.";
            }

            if (certificate.SlotPrice[at] < 1)
            {
                return $"SlotPrice at {at} is {certificate.SlotPrice[at]}: allowed is 1 or more.";
            }
        }

        return null;
    }

    private static string? RelaxedFault(SourcingProblem problem, PriceCertificate certificate)
    {
        var relaxed = Enumerable.Range(0, problem.OrderCount).Where(order => States(problem, order) > PriceCertificate.MaxStates).ToArray();
        if (!certificate.RelaxedOrder.AsSpan().SequenceEqual(relaxed))
        {
            return $"RelaxedOrder has {certificate.RelaxedOrder.Length} orders: allowed are, ascending, the {relaxed.Length} with more than {PriceCertificate.MaxStates} states.";
        }

        var lines = relaxed.Sum(order => problem.Orders.LineStart[order + 1] - problem.Orders.LineStart[order]);
        if (certificate.RelaxedUnitValue.Length != lines)
        {
            return $"RelaxedUnitValue has {certificate.RelaxedUnitValue.Length} entries: allowed is one for each of the {lines} lines of relaxed orders.";
        }

        var most = (long)problem.UnfilledUnitCost * certificate.UnitsPerMinorUnit;
        var wrong = Array.FindIndex(certificate.RelaxedUnitValue, value => value < 0 || value > most);
        return wrong < 0 ? null : $"RelaxedUnitValue at {wrong} is {certificate.RelaxedUnitValue[wrong]}: allowed is 0 to {most}.";
    }

    /// <summary>Whether an order's part could be beyond a long integer: no order of states has more units, parcels or locations than its units.</summary>
    private static string? SizeFault(SourcingProblem problem, PriceCertificate certificate)
    {
        Int128 units = 0;
        for (var order = 0; order < problem.OrderCount; order++)
        {
            Int128 mine = 0;
            for (var line = problem.Orders.LineStart[order]; line < problem.Orders.LineStart[order + 1]; line++)
            {
                mine += problem.Lines.Quantity[line];
            }

            units = Int128.Max(units, mine);
        }

        const int HundredsOfKmAroundTheEarth = 401;
        var dearest = (Int128)problem.UnfilledUnitCost + Greatest(problem.Locations.UnitCost) + Greatest(problem.Locations.ParcelCost)
            + Greatest(problem.Candidates?.Cost) + problem.Modes.Select(mode => Greatest(mode.Cost) + ((long)mode.CostPer100Km * HundredsOfKmAroundTheEarth)).DefaultIfEmpty().Max();
        var most = units * ((dearest * certificate.UnitsPerMinorUnit) + Greatest(certificate.SlotPrice) + Greatest(certificate.LocationPrice));
        return most <= long.MaxValue / 2 ? null : $"An order could cost {most} price units: allowed is {long.MaxValue / 2}. Maybe UnitsPerMinorUnit is too great.";
    }

    private static long Greatest(int[]? values) => values is { Length: > 0 } ? values.Max() : 0;
}
