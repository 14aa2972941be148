namespace Dom.Core.Solving.Models;

/// <summary>What a plan says of the things that the model's variables stand for.</summary>
internal sealed class PlanContents
{
    private readonly SourcingProblem _problem;
    private readonly Dictionary<(int Line, int Location), int> _units = [];
    private readonly Dictionary<int, int> _assigned = [];
    private readonly Dictionary<(int Order, int Location, int Mode), long> _grams = [];
    private readonly HashSet<(int Order, int Location)> _used = [];

    /// <summary>Reads a plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">Its plan.</param>
    public PlanContents(SourcingProblem problem, AssignmentPlan plan)
    {
        _problem = problem;
        var order = 0;
        for (var at = 0; at < plan.Line.Length; at++)
        {
            var (line, location, units) = (plan.Line[at], plan.Location[at], plan.Quantity[at]);
            while (line >= problem.Orders.LineStart[order + 1])
            {
                order++;
            }

            var parcel = (order, location, problem.Lines.Mode[line]);
            _units[(line, location)] = units;
            _assigned[line] = _assigned.GetValueOrDefault(line) + units;
            _grams[parcel] = _grams.GetValueOrDefault(parcel) + ((long)units * problem.Lines.UnitGrams[line]);
            _used.Add((order, location));
        }
    }

    /// <summary>The value of a variable.</summary>
    /// <param name="variable">The variable.</param>
    public long ValueOf(ModelVariable variable) => variable.Kind switch
    {
        VariableKind.Assigned => _units.GetValueOrDefault((variable.Line, variable.Location)) / variable.UnitsEach,
        VariableKind.Unassigned => (_problem.Lines.Quantity[variable.Line] - _assigned.GetValueOrDefault(variable.Line)) / variable.UnitsEach,
        VariableKind.Served => _units.ContainsKey((variable.Line, variable.Location)) ? 1 : 0,
        VariableKind.Parcel => _grams.TryGetValue((variable.Order, variable.Location, variable.Mode), out var grams)
            && _problem.Modes[variable.Mode].Band(grams) == variable.Band ? 1 : 0,
        VariableKind.Used => _used.Contains((variable.Order, variable.Location)) ? 1 : 0,
        _ => IsLeftOut(variable.Order) ? 1 : 0,
    };

    private bool IsLeftOut(int order)
    {
        for (var line = _problem.Orders.LineStart[order]; line < _problem.Orders.LineStart[order + 1]; line++)
        {
            if (_assigned.ContainsKey(line))
            {
                return false;
            }
        }

        return true;
    }
}
