namespace Dom.Core.Sourcing.Search;

/// <summary>What every plan weighs at least that assigns anything, for problems of any kind and size.</summary>
internal static class RelaxedBound
{
    // What rounding may put a cost above the straight line to it.
    private static readonly Int128 Rounding = PlanWeight.OfCost(4);

    /// <summary>
    /// Dual ascent: each item pays what it can towards opening the locations that it needs, and no way at a location is ever paid more than it weighs at
    /// least. So no plan weighs less than what all items pay, each of them taken as if it were alone.
    /// </summary>
    /// <param name="problem">The problem.</param>
    public static Int128 Of(SearchProblem problem)
    {
        var unpaid = LeastOpenWeights(problem);
        var paid = Int128.Zero;
        foreach (var item in Enumerable.Range(0, problem.Items.Length).OrderBy(item => problem.Items[item].Locations.Length))
        {
            paid += problem.Items[item].Amount == 1 ? PayWhole(problem, unpaid, item) : PayApart(problem, unpaid, item);
        }

        return paid;
    }

    private static Int128[] LeastOpenWeights(SearchProblem problem)
    {
        Int128[] weights = [.. problem.OpenWeights];
        foreach (var way in problem.WaysByContents)
        {
            for (var location = 0; location < problem.LocationCount; location++)
            {
                weights[(location * problem.WayCount) + way] += PlanWeight.OfCost(problem.Costs.LeastParcelMinorUnits(way - 1, location));
            }
        }

        return weights;
    }

    private static Int128 PayWhole(SearchProblem problem, Int128[] unpaid, int item)
    {
        var locations = problem.Items[item].Locations;
        var share = locations.Min(location => problem.Items[item].CostAt(location) + Unpaid(problem, unpaid, item, location));
        share = problem.MustAssignAll ? share : Int128.Min(share, problem.Items[item].Gain);
        foreach (var location in locations)
        {
            Pay(problem, unpaid, item, location, share - problem.Items[item].CostAt(location));
        }

        return share;
    }

    // With each number of locations it could have so many units at the most. What it would save on them, each at the location where it costs least,
    // is weighed against what it pays for as many locations.
    private static Int128 PayApart(SearchProblem problem, Int128[] unpaid, int item)
    {
        var (apart, locations) = (problem.Items[item], problem.Items[item].Locations);
        var rooms = locations.Select(location => apart.Rooms![location]).OrderDescending().ToArray();
        var most = Math.Min(rooms.Length, Math.Min(apart.MaxLocations, problem.MaxLocations ?? int.MaxValue));
        var needed = 0;
        for (var units = 0L; needed < most && units < apart.Amount; needed++)
        {
            units += rooms[needed];
        }

        var level = locations.Select(location => Unpaid(problem, unpaid, item, location)).Order().ElementAt(needed - 1);
        var pays = locations.Select(location => Int128.Min(level, Unpaid(problem, unpaid, item, location))).Order().Take(needed).ToArray();
        var byRate = locations.Select(location => (Rate: Rate(problem, item, location), Units: apart.Rooms![location])).OrderBy(at => at.Rate).ToArray();
        var gain = problem.MustAssignAll ? PlanWeight.OfCost(1L << 42) : apart.Gain;
        var share = apart.Gain * apart.Amount;
        share = problem.MustAssignAll ? PlanWeight.Impossible : share;
        var (reach, paid) = (0L, Int128.Zero);
        for (var count = 1; count <= needed; count++)
        {
            (reach, paid) = (Math.Min(apart.Amount, reach + rooms[count - 1]), paid + pays[count - 1]);
            if (!problem.MustAssignAll || count == needed)
            {
                share = Int128.Min(share, paid + Least(byRate, apart, gain, reach, problem.MustAssignAll));
            }
        }

        foreach (var location in locations)
        {
            Pay(problem, unpaid, item, location, level);
        }

        return share;
    }

    private static Int128 Least((Int128 Rate, int Units)[] byRate, SearchItem apart, Int128 gain, long reach, bool mustAssignAll)
    {
        var (weight, left) = (Int128.Zero, reach);
        foreach (var (rate, units) in byRate)
        {
            if (left == 0 || rate >= gain)
            {
                break;
            }

            var some = Math.Min(left, units);
            weight += rate * some;
            left -= some;
        }

        return mustAssignAll ? weight : weight + (apart.Gain * (apart.Amount - reach + left));
    }

    // The least that a unit could cost there.
    private static Int128 Rate(SearchProblem problem, int item, int location)
    {
        var room = problem.Items[item].Rooms![location];
        if (room > 64)
        {
            return Int128.Max(Int128.Zero, problem.CostAt(item, location, room) - Rounding) / room;
        }

        var rate = problem.CostAt(item, location, 1);
        for (var amount = 2; amount <= room; amount++)
        {
            rate = Int128.Min(rate, problem.CostAt(item, location, amount) / amount);
        }

        return rate;
    }

    private static Int128 Unpaid(SearchProblem problem, Int128[] unpaid, int item, int location)
    {
        var sum = Int128.Zero;
        foreach (var way in problem.Items[item].Ways)
        {
            sum += unpaid[(location * problem.WayCount) + way];
        }

        return sum;
    }

    private static void Pay(SearchProblem problem, Int128[] unpaid, int item, int location, Int128 share)
    {
        // Its own parcel first: the location itself is what the others may want as well.
        var ways = problem.Items[item].Ways;
        for (var way = ways.Length - 1; way >= 0 && share > 0; way--)
        {
            var at = (location * problem.WayCount) + ways[way];
            var part = Int128.Min(share, unpaid[at]);
            unpaid[at] -= part;
            share -= part;
        }
    }
}
