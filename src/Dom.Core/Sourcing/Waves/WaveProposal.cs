namespace Dom.Core.Sourcing.Waves;

/// <summary>
/// Says of an order's part of a joint plan whether it can be taken as it is. The plan was made with every rule in force, and leaves out of account what columns
/// cannot hold; where nothing of that would change the part, it is what the order may have. Else the order is to be sourced by itself.
/// </summary>
internal static class WaveProposal
{
    /// <summary>Whether a part can be taken as it is.</summary>
    /// <param name="order">The order, written as a proposal.</param>
    /// <param name="parts">What of it comes from where.</param>
    public static bool Stands(WaveOrder order, PlacedUnits[] parts) =>
        IsTogether(order, parts) && IsWorthEach(order, parts) && IsFromFewEach(order, parts) && IsAllThatCanBe(order, parts);

    private static bool IsTogether(WaveOrder order, PlacedUnits[] parts) => order.Screening.Limits.Groups.All(group =>
        group.Length == 1 || group.Select(line => Array.Find(parts, part => part.Line == line) is { Units: > 0 } part ? part.Location : -1).Distinct().Count() == 1);

    private static bool IsWorthEach(WaveOrder order, PlacedUnits[] parts)
    {
        var least = order.Screening.Limits.MinParcelValueMinorUnits;
        var values = parts.GroupBy(part => part.Location).Select(location => location.Sum(part => checked(order.Screening.Request.Lines[part.Line].UnitPriceMinorUnits * part.Units))).ToArray();
        return least == 0 || values.Length < 2 || values.Min() >= least;
    }

    private static bool IsFromFewEach(WaveOrder order, PlacedUnits[] parts) =>
        parts.GroupBy(part => part.Line).All(line => line.Count() <= order.Screening.Limits.MaxLocationsOfLine[line.Key]);

    // Units may be left because of scarcity prices, which must leave none; because only the locations were looked at that the order would need by itself; or
    // because soft rules hold, which fall for what is left. Where nothing is left, neither made a difference.
    private static bool IsAllThatCanBe(WaveOrder order, PlacedUnits[] parts)
    {
        var left = order.Lines.Sum(line => (long)order.Wanted(line)) - parts.Sum(part => (long)part.Units);
        if (left > 0 && (!order.Scarcity.IsNothing || order.LastPriority is not null))
        {
            return false;
        }

        // Lines that are not routed are left too.
        var isAll = left == 0 && order.Lines.Length == order.Screening.Request.Lines.Length;
        return isAll || !order.Screening.Book.Levels.Any(level => order.Screening.Relaxed(level, parts).IsLooserThan(order.Screening));
    }
}
