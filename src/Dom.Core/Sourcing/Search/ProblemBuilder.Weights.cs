namespace Dom.Core.Sourcing.Search;

// What items, locations and parcels weigh.
internal sealed partial class ProblemBuilder
{
    private (long Least, Int128[]? More) FindCosts(int[] lines, int[] locations)
    {
        var least = CostOf(lines, locations[0]);
        var isSame = true;
        foreach (var location in locations)
        {
            var cost = CostOf(lines, location);
            isSame &= cost == least;
            least = Math.Min(cost, least);
        }

        if (isSame)
        {
            return (least, null);
        }

        var more = new Int128[_screening.Locations.Length];
        foreach (var location in locations)
        {
            more[location] = PlanWeight.OfCost(CostOf(lines, location) - least);
        }

        return (least, more);
    }

    private long CostOf(int[] lines, int location)
    {
        var cost = 0L;
        foreach (var line in lines)
        {
            cost = checked(cost + _costs.LineMinorUnits(line, location, _wanted[line]));
        }

        return cost;
    }

    private Int128[] WeighWays()
    {
        var weights = new Int128[_screening.Locations.Length * _ways];
        for (var location = 0; location < _screening.Locations.Length; location++)
        {
            weights[location * _ways] = PlanWeight.OneLocation + PlanWeight.OfCost(_costs.LocationMinorUnits(location));
        }

        for (var way = 1; way < _ways; way++)
        {
            var dependsOnContents = _costs.DependsOnContents(way - 1);
            for (var location = 0; location < _screening.Locations.Length; location++)
            {
                var minorUnits = dependsOnContents ? 0 : _costs.ParcelMinorUnits(way - 1, location, default);
                weights[(location * _ways) + way] = minorUnits is { } cost
                    ? PlanWeight.OfParcel(cost, Math.Max(0, _screening.Metres(way - 1, location)))
                    : PlanWeight.Impossible;
            }
        }

        return weights;
    }
}
