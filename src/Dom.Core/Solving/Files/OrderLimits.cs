namespace Dom.Core.Solving.Files;

/// <summary>How large an order may be, so that sums of costs and weights stay within the numbers that the solver reckons with.</summary>
public static class OrderLimits
{
    /// <summary>
    /// An order's greatest possible cost stays below this, in minor units: for each line, its units times the larger of the cost of an unfilled unit and the
    /// dearest location's cost per unit, and the dearest location's cost per parcel plus the dearest rate of the line's mode.
    /// </summary>
    public const long CostLimit = 1L << 30;

    /// <summary>The weight of all units of an order stays below this, in grams.</summary>
    public const long GramsLimit = 1L << 53;

    /// <summary>Notes the orders that are too large.</summary>
    /// <param name="dearest">The greatest costs of the problem.</param>
    /// <param name="orders">The orders.</param>
    /// <param name="lines">Their lines, sorted.</param>
    /// <param name="faults">Takes the faults.</param>
    internal static void Check(Dearest dearest, OrderRows orders, LineRows lines, FaultList faults)
    {
        for (var order = 0; order < orders.Count; order++)
        {
            var (cost, grams) = ((Int128)0, (Int128)0);
            foreach (var line in lines.Rows[lines.OrderStart[order]..lines.OrderStart[order + 1]])
            {
                cost += dearest.Of(line);
                grams += (long)line.Quantity * line.UnitGrams;
            }

            if (cost >= CostLimit)
            {
                faults.Add(Fault(orders, order, FormattableString.Invariant(
                    $"an order that cannot cost more than {CostLimit - 1} minor units, whatever serves it or does not; this one could cost {cost}")));
            }

            if (grams >= GramsLimit)
            {
                faults.Add(Fault(orders, order, FormattableString.Invariant($"an order that weighs at most {GramsLimit - 1} grams; this one weighs {grams}")));
            }
        }
    }

    private static FileFault Fault(OrderRows orders, int order, string allowed) =>
        new(FileNames.Orders, orders.Line[order], "orderId", FileFault.Show(orders.Ids.Bytes(order)), allowed);

    /// <summary>The greatest costs of a problem.</summary>
    /// <param name="modes">The rates of its modes.</param>
    /// <param name="locations">Its locations.</param>
    /// <param name="unfilledUnitCost">What a unit left unassigned costs.</param>
    internal sealed class Dearest(List<ModeRates> modes, LocationColumns locations, int unfilledUnitCost)
    {
        private readonly long _unit = Math.Max(unfilledUnitCost, locations.UnitCost.DefaultIfEmpty().Max());
        private readonly long[] _parcel = [.. modes.Select(mode => (long)mode.Cost.Max() + locations.ParcelCost.DefaultIfEmpty().Max())];

        /// <summary>The greatest possible cost of a line.</summary>
        /// <param name="line">The line.</param>
        public long Of(LineRow line) => (line.Quantity * _unit) + (line.Mode < 0 ? 0 : _parcel[line.Mode]);
    }
}
