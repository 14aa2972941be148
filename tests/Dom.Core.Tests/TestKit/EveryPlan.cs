using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Tests.TestKit;

/// <summary>Every way to part an order's units among locations, one by one, held against the words of the limits and costs.</summary>
internal sealed class EveryPlan(Screening screening, IPlanCosts costs, OrderLimits limits)
{
    /// <summary>The best plan: cost, locations, metres, then the location of each unit; an unassigned unit is '~'.</summary>
    public (long Cost, int Locations, long Metres, string Plan) Best(int? lastPriority)
    {
        (long, int, long, string)? best = null;
        foreach (var plan in Plans(lastPriority))
        {
            var judged = Judge(plan);
            best = judged is { } found && (best is null || Compare(found, best.Value) < 0) ? found : best;
        }

        return best!.Value;
    }

    /// <summary>The best priority with which as many units can be fulfilled as with all locations.</summary>
    public int? LastPriority() => limits.PriorityOfLocation is not { } priorities || priorities.Length == 0
        ? null
        : priorities.Distinct().Order().First(priority => MostUnits(priority) == MostUnits(11));

    /// <summary>A plan as <see cref="Best"/> tells it.</summary>
    public string Text(FoundPlan plan) => string.Join(' ', screening.Request.Lines.Select((line, index) => Text(
        line.Quantity, location => plan.Parts.Where(part => part.Line == index && part.Location == location).Sum(part => part.Units))));

    private static int Compare((long Cost, int Locations, long Metres, string Plan) one, (long Cost, int Locations, long Metres, string Plan) other)
    {
        var order = (one.Cost, one.Locations, one.Metres).CompareTo((other.Cost, other.Locations, other.Metres));
        return order != 0 ? order : string.CompareOrdinal(one.Plan, other.Plan);
    }

    private string Text(int quantity, Func<int, int> units) =>
        string.Concat(Enumerable.Range(0, screening.Locations.Length).SelectMany(location => Enumerable.Repeat((char)('A' + location), units(location)))).PadRight(quantity, '~');

    private int MostUnits(int lastPriority) => Plans(lastPriority).Where(plan => Judge(plan) is not null).Max(plan => plan.Sum(line => line.Sum()));

    // By line, then by location: units.
    private IEnumerable<int[][]> Plans(int? lastPriority)
    {
        var ways = screening.Request.Lines.Select((_, line) => Ways(line, lastPriority).ToArray()).ToArray();
        return ways.Aggregate((IEnumerable<int[][]>)[[]], (plans, line) => plans.SelectMany(plan => line.Select(way => (int[][])[.. plan, way])));
    }

    private IEnumerable<int[]> Ways(int line, int? lastPriority) => Ways(line, lastPriority, 0, screening.Request.Lines[line].Quantity)
        .Where(way => limits.MayBeSplit[line] || way.All(units => units == 0) || way.Max() == screening.Request.Lines[line].Quantity)
        .Where(way => way.Count(units => units > 0) <= limits.MaxLocationsOfLine[line]);

    private IEnumerable<int[]> Ways(int line, int? lastPriority, int location, int left)
    {
        if (location == screening.Locations.Length)
        {
            return [[]];
        }

        var mayServe = screening.IsEligible(line, location) && !(limits.PriorityOfLocation?[location] > lastPriority);
        return Enumerable.Range(0, mayServe ? left + 1 : 1).SelectMany(units => Ways(line, lastPriority, location + 1, left - units).Select(rest => (int[])[units, .. rest]));
    }

    private (long Cost, int Locations, long Metres, string Plan)? Judge(int[][] plan)
    {
        var lines = screening.Request.Lines;
        var used = Enumerable.Range(0, screening.Locations.Length).Where(location => plan.Any(line => line[location] > 0)).ToArray();
        var units = plan.Sum(line => line.Sum());
        if (used.Length > limits.MaxLocations
            || (limits.MustAssignAll && units > 0 && units < lines.Sum(line => line.Quantity))
            || limits.Groups.Any(group => group.Length > 1 && group.Select(line => string.Join(',', plan[line].Select(units => units > 0))).Distinct().Count() > 1)
            || (used.Length > 1 && used.Any(location => plan.Select((line, index) => line[location] * lines[index].UnitPriceMinorUnits).Sum() < limits.MinParcelValueMinorUnits))
            || used.Any(location => plan.Select((line, index) => (Sku: screening.SkuOfLine[index], Units: line[location])).GroupBy(line => line.Sku)
                .Any(sku => sku.Sum(line => line.Units) > screening.UsableUnits(sku.Key, location))))
        {
            return null;
        }

        var cost = used.Length > 0 ? costs.OrderMinorUnits : 0;
        cost += (lines.Sum(line => line.Quantity) - units) * costs.UnassignedUnitMinorUnits;
        var metres = 0L;
        foreach (var location in used)
        {
            cost += costs.LocationMinorUnits(location);
            cost += Enumerable.Range(0, plan.Length).Where(line => plan[line][location] > 0).Sum(line => costs.LineMinorUnits(line, location, plan[line][location]));
            foreach (var way in Enumerable.Range(0, screening.WayCount).Where(way => plan.Where((line, index) => line[location] > 0 && screening.WayOfLine[index] == way).Any()))
            {
                var contents = costs.Contents(way, plan.Select((line, index) => screening.WayOfLine[index] == way ? line[location] : 0).ToArray());
                if (costs.ParcelMinorUnits(way, location, contents) is not { } parcel)
                {
                    return null;
                }

                cost += parcel;
                metres += Math.Max(0, screening.Metres(way, location));
            }
        }

        return (cost, used.Length, metres, string.Join(' ', lines.Select((line, index) => Text(line.Quantity, location => plan[index][location]))));
    }
}
