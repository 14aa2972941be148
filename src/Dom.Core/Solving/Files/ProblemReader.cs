using System.Collections.Immutable;

namespace Dom.Core.Solving.Files;

/// <summary>
/// Reads a problem from its folder: <c>settings.json</c>, and <c>rates.csv</c>, <c>locations.csv</c>, <c>stock.csv</c>, <c>orders.csv</c> and <c>lines.csv</c> in
/// UTF-8 by RFC 4180, their columns by name and their rows in any order.
/// </summary>
/// <remarks>
/// What the format itself leaves open is limited: rates of at most 64 modes; records of at most 1 MiB; for each order, a greatest possible cost below
/// <see cref="OrderLimits.CostLimit"/> minor units, and a weight below <see cref="OrderLimits.GramsLimit"/>; greatest weights of bands below 2^63 - 1 g. Modes that no rates name
/// cannot be used by any line, and are dropped from the locations; so are rows of stock with 0 available.
/// </remarks>
public static class ProblemReader
{
    /// <summary>Reads a problem.</summary>
    /// <param name="open">Opens the files of the folder.</param>
    /// <returns>
    /// The problem: locations, orders and modes in the order of their files' first rows, SKUs in the order in which <c>stock.csv</c> and then <c>lines.csv</c> name them, lines
    /// by order, then as their file has them.
    /// </returns>
    /// <exception cref="FileFaultException">The files are not what the format says. All faults are found, up to <see cref="FileFaultException.MostFaults"/>.</exception>
    public static SourcingProblem Read(OpenFile open)
    {
        ArgumentNullException.ThrowIfNull(open);
        var faults = new FaultList();
        var unfilledUnitCost = SettingsFile.Read(open, faults);
        var modes = RatesFile.Read(open, faults);
        var locations = LocationsFile.Read(open, modes.Index, faults);
        var stock = StockFile.Read(open, locations.Index, faults);
        var orders = OrdersFile.Read(open, faults);
        var lines = LinesFile.Read(open, new LineReferences(orders.Index, stock.Skus, modes.Index, locations.Index), faults);
        if (lines.IsComplete)
        {
            OrderLimits.Check(new OrderLimits.Dearest(modes.Rates, locations.Columns, unfilledUnitCost), orders, lines, faults);
        }

        faults.ThrowIfAny();
        return new SourcingProblem
        {
            Locations = locations.Columns,
            Stock = stock.Build(),
            Orders = orders.Build(lines.OrderStart),
            Lines = lines.Columns,
            Modes = modes.Rates.ToImmutableArray(),
            UnfilledUnitCost = unfilledUnitCost,
        };
    }
}
