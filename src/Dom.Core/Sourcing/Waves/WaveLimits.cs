using Dom.Core.Sourcing.Costs;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Waves;

/// <summary>Says what of an order a problem's columns cannot hold.</summary>
/// <param name="order">The order.</param>
internal sealed class WaveLimits(WaveOrder order)
{
    private readonly OrderLimits _limits = order.Screening.Limits;

    /// <summary>The first thing that they cannot hold, as a sentence; none where they hold everything but, perhaps, what parcels cost.</summary>
    public string? Obstacle() => (order.IsProposal ? null : ObstacleOfPasses() ?? ObstacleOfParts() ?? ObstacleOfPriorities()) ?? ObstacleOfContents() ?? ObstacleOfOrderCost();

    private string? ObstacleOfPasses()
    {
        if (order.Before is { } before)
        {
            return before.Lines.Any(line => !line.Fallen.IsEmpty) ? "Soft rules fell for some of its lines."
                : before.Unassigned.Any(left => left.Reason != UnassignedReason.Excluded) && MayLoosen() ? "Some of it was left although soft rules may fall."
                : null;
        }

        return !order.Scarcity.IsNothing ? "Scarcity prices choose among the plans that assign what the cheapest one without them assigns."
            : MayLoosen() ? "Soft rules may fall for what is left while they hold."
            : null;
    }

    private bool MayLoosen() => order.Screening.Book.Levels.Any(level => order.Screening.Relaxed(level, []).IsLooserThan(order.Screening));

    private string? ObstacleOfParts()
    {
        var isWholeFromOne = order.IsWhole && order.MaxLocations == 1;
        if (!isWholeFromOne && _limits.Groups.Any(group => group.Count(line => order.Wanted(line) > 0) > 1))
        {
            return "Some of its lines come from one location together.";
        }

        if (_limits.MinParcelValueMinorUnits > 0 && !order.IsFromOne)
        {
            return Invariant($"Each of its locations sends goods worth {_limits.MinParcelValueMinorUnits} at least.");
        }

        for (var at = 0; at < order.Lines.Length; at++)
        {
            var (line, candidates) = (order.Lines[at], order.CandidatesOfLine[at].Length);
            if (_limits.MayBeSplit[line] && _limits.MaxLocationsOfLine[line] < Math.Min(order.Wanted(line), Math.Min(candidates, order.MaxLocations ?? int.MaxValue)))
            {
                return Invariant($"Line '{order.Screening.Request.Lines[line].LineId}' comes from {_limits.MaxLocationsOfLine[line]} locations at most.");
            }
        }

        return null;
    }

    private string? ObstacleOfPriorities() =>
        _limits.PriorityOfLocation is { } priorities && order.Locations.Select(location => priorities[location]).Distinct().Count() > 1
            ? "Its locations have different priorities."
            : null;

    private string? ObstacleOfContents()
    {
        var carbon = order.Screening.Request.Profile.Costs.Carbon;
        for (var way = 0; way < order.Screening.WayCount; way++)
        {
            var lines = order.Charges.Parcels.Of(way);
            if (!order.Charges.DependsOnContents(way) || !order.Lines.Any(line => order.Screening.WayOfLine[line] == way))
            {
                continue;
            }

            if (carbon is { TonneMinorUnits: > 0, MilligramsPerKgKm: > 0 } && lines.MostGrams > 0)
            {
                return "Its parcels cost by the weight that they carry for carbon.";
            }

            foreach (var tariff in order.Locations.Select(location => order.Charges.Parcels.TariffOf(way, location)).OfType<Tariff>().Distinct())
            {
                if (tariff.HasSurchargesByContents)
                {
                    return Invariant($"Shipping cost '{tariff.Cost.Id}' has surcharges for what is in a parcel.");
                }

                if (tariff.Cost is { DimensionalDivisor: > 0, Rates: not null } && lines.MostCubicMillimetres > 0)
                {
                    return Invariant($"Shipping cost '{tariff.Cost.Id}' charges by volume.");
                }
            }
        }

        return null;
    }

    private string? ObstacleOfOrderCost() => order.Before is null && order.Charges.OrderMinorUnits != 0 && !order.IsFromOne
        ? "It costs something once, or by the number of its locations."
        : null;
}
