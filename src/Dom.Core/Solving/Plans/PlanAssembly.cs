namespace Dom.Core.Solving.Plans;

/// <summary>Turns the plans of orders into one list of assignments.</summary>
/// <param name="shop">What the solve works with.</param>
internal sealed class PlanAssembly(Workshop shop)
{
    /// <summary>Makes the list.</summary>
    /// <param name="plans">The plans.</param>
    public AssignmentPlan Assemble(PlanBook plans)
    {
        var assignments = new List<(int Line, int Location, int Quantity)>();
        for (var order = 0; order < shop.Problem.OrderCount; order++)
        {
            foreach (var row in plans.Large(order)?.Rows ?? [])
            {
                assignments.Add((row.Line, row.Location, row.Units));
            }

            var states = plans.States(order);
            var locations = plans.Locations(order);
            for (var part = 0; part < states.Length && states[part] > 0; part++)
            {
                foreach (var need in shop.Needs(order, states[part], locations[part]))
                {
                    assignments.Add((need.Line, locations[part], need.Units));
                }
            }
        }

        return AssignmentPlan.Of(assignments);
    }
}
