namespace Dom.Core.Solving.Checking;

/// <summary>Checks and costs the orders of a plan one by one; counts the orders of each location on the way.</summary>
internal sealed class OrderChecks(SourcingProblem problem, AssignmentPlan plan, ViolationList violations)
{
    private readonly int[] _served = new int[problem.LocationCount];
    private readonly int[] _firstBeyond = new int[problem.LocationCount];
    private readonly OrderParcels _parcels = new(problem);

    /// <summary>Checks every order. Returns the plan's cost in minor units, which means nothing where there are violations.</summary>
    public long Run()
    {
        long cost = 0;
        var next = 0;
        for (var order = 0; order < problem.OrderCount; order++)
        {
            cost += Check(order, ref next);
        }

        CheckCapacity();
        return cost;
    }

    private long Check(int order, ref int next)
    {
        _parcels.Begin(order);
        var (first, end) = (problem.Orders.LineStart[order], problem.Orders.LineStart[order + 1]);
        long cost = 0, assigned = 0, demanded = 0;
        for (var line = first; line < end; line++)
        {
            var from = next;
            long units = 0;
            for (; next < plan.Line.Length && plan.Line[next] == line; next++)
            {
                units += plan.Quantity[next];
                cost += Assign(order, next);
            }

            CheckLine(order, line, from, next, units);
            var quantity = problem.Lines.Quantity[line];
            cost += Math.Max(0, quantity - units) * problem.UnfilledUnitCost;
            (assigned, demanded) = (assigned + units, demanded + quantity);
        }

        if (problem.Orders.ShipComplete[order] && assigned != 0 && assigned != demanded)
        {
            violations.Add(new PlanViolation(PlanRule.ShipComplete, order, null, null, assigned, demanded));
        }

        return cost + CloseParcels(order);
    }

    /// <summary>What an assignment costs apart from its parcel.</summary>
    private long Assign(int order, int at)
    {
        var (line, location, quantity) = (plan.Line[at], plan.Location[at], plan.Quantity[at]);
        var mode = problem.Lines.Mode[line];
        var only = problem.Lines.OnlyLocation[line];
        if (((problem.Locations.Modes[location] >> mode) & 1) == 0)
        {
            violations.Add(new PlanViolation(PlanRule.Mode, order, line, location, mode, problem.Modes.Length));
        }

        if (only != LineColumns.AnyLocation && only != location)
        {
            violations.Add(new PlanViolation(PlanRule.OnlyLocation, order, line, location, location, only));
        }

        _parcels.Add(location, mode, (long)quantity * problem.Lines.UnitGrams[line]);
        return ((long)quantity * problem.Locations.UnitCost[location]) + CandidateCost(order, line, location);
    }

    private long CandidateCost(int order, int line, int location)
    {
        if (problem.CandidateCost(line, location) is { } cost)
        {
            return cost;
        }

        var candidates = problem.Candidates!.LineStart[line + 1] - problem.Candidates.LineStart[line];
        violations.Add(new PlanViolation(PlanRule.Candidate, order, line, location, location, candidates));
        return 0;
    }

    private void CheckLine(int order, int line, int from, int end, long units)
    {
        var quantity = problem.Lines.Quantity[line];
        if (units > quantity)
        {
            violations.Add(new PlanViolation(PlanRule.LineQuantity, order, line, null, units, quantity));
        }

        if (!problem.Lines.Splittable[line] && end > from && plan.Quantity[from] != quantity)
        {
            violations.Add(new PlanViolation(PlanRule.WholeLine, order, line, plan.Location[from], plan.Quantity[from], quantity));
        }
    }

    private long CloseParcels(int order)
    {
        if (_parcels.Locations.Length > problem.Orders.MaxLocations[order])
        {
            violations.Add(new PlanViolation(PlanRule.MaxLocations, order, null, null, _parcels.Locations.Length, problem.Orders.MaxLocations[order]));
        }

        foreach (var location in _parcels.Locations)
        {
            _served[location]++;
            if (problem.Locations.MaxOrders[location] < int.MaxValue && _served[location] == problem.Locations.MaxOrders[location] + 1)
            {
                _firstBeyond[location] = order;
            }
        }

        return _parcels.Close(violations);
    }

    private void CheckCapacity()
    {
        for (var location = 0; location < _served.Length; location++)
        {
            if (_served[location] > problem.Locations.MaxOrders[location])
            {
                violations.Add(new PlanViolation(
                    PlanRule.MaxOrders, _firstBeyond[location], null, location, _served[location], problem.Locations.MaxOrders[location]));
            }
        }
    }
}
