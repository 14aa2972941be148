namespace Dom.Core.Solving.Plans;

/// <summary>Turns the plans of orders into one list of assignments.</summary>
/// <param name="shop">What the solve works with.</param>
internal sealed class PlanAssembly(Workshop shop)
{
    private readonly List<(int Line, int Location, int Quantity)> _assignments = [];

    /// <summary>Makes the list.</summary>
    /// <param name="plans">The plans.</param>
    public AssignmentPlan Assemble(PlanBook plans)
    {
        for (var order = 0; order < shop.Problem.OrderCount; order++)
        {
            foreach (var row in plans.Large(order)?.Rows ?? [])
            {
                _assignments.Add((row.Line, row.Location, row.Units));
            }

            var states = plans.States(order);
            for (var part = 0; part < states.Length && states[part] > 0; part++)
            {
                Add(order, states[part], plans.Locations(order)[part]);
            }
        }

        _assignments.Sort();
        return new AssignmentPlan
        {
            Line = [.. _assignments.Select(assignment => assignment.Line)],
            Location = [.. _assignments.Select(assignment => assignment.Location)],
            Quantity = [.. _assignments.Select(assignment => assignment.Quantity)],
        };
    }

    private void Add(int order, int state, int location)
    {
        var shape = shop.Shapes[order]!;
        for (var entry = shape.EntryStart[state]; entry < shape.EntryStart[state + 1]; entry++)
        {
            var line = shop.Problem.Orders.LineStart[order] + shape.EntryLine[entry];
            var units = shape.EntryDigit[entry] * (shop.Problem.Lines.Splittable[line] ? 1 : shop.Problem.Lines.Quantity[line]);
            _assignments.Add((line, location, units));
        }
    }
}
