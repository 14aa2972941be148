using System.Collections.Immutable;

namespace Dom.Core.Solving.Models;

/// <summary>Writes a problem's variables and rows: order by order, then what the orders share.</summary>
internal sealed class ModelBuilder(SourcingProblem problem)
{
    private readonly ImmutableArray<ModelVariable>.Builder _variables = ImmutableArray.CreateBuilder<ModelVariable>();
    private readonly ImmutableArray<ModelRow>.Builder _rows = ImmutableArray.CreateBuilder<ModelRow>();
    private readonly SortedDictionary<int, List<ModelTerm>> _takenFromSlot = [];
    private readonly SortedDictionary<int, List<int[]>> _usesOfLocation = [];

    /// <summary>The variables so far.</summary>
    public ImmutableArray<ModelVariable> Variables => _variables.ToImmutable();

    /// <summary>The rows so far.</summary>
    public ImmutableArray<ModelRow> Rows => _rows.ToImmutable();

    /// <summary>Writes everything.</summary>
    public void Build()
    {
        for (var order = 0; order < problem.OrderCount; order++)
        {
            new OrderModelBuilder(problem, this, order).Build();
        }

        AddStockRows();
        AddCapacityRows();
    }

    /// <summary>Adds a variable; returns its index.</summary>
    /// <param name="variable">The variable.</param>
    public int Add(ModelVariable variable)
    {
        _variables.Add(variable);
        return _variables.Count - 1;
    }

    /// <summary>A variable.</summary>
    /// <param name="variable">Its index.</param>
    public ModelVariable Variable(int variable) => _variables[variable];

    /// <summary>Adds a row.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="terms">Its terms; those with coefficient 0 are left out.</param>
    /// <param name="sense">How they compare.</param>
    /// <param name="right">The right side.</param>
    public void AddRow(string name, IEnumerable<ModelTerm> terms, RowSense sense, long right) =>
        _rows.Add(new ModelRow(name, [.. terms.Where(term => term.Coefficient != 0)], sense, right));

    /// <summary>Notes that a variable takes units from a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="variable">The variable.</param>
    public void NoteTake(int slot, int variable) => Note(_takenFromSlot, slot, new ModelTerm(variable, _variables[variable].UnitsEach));

    /// <summary>Notes the variables whose sum says whether an order uses a location.</summary>
    /// <param name="location">The location.</param>
    /// <param name="use">The variables: 0 or 1 together.</param>
    public void NoteUse(int location, int[] use) => Note(_usesOfLocation, location, use);

    private static void Note<T>(SortedDictionary<int, List<T>> notes, int key, T value)
    {
        if (!notes.TryGetValue(key, out var list))
        {
            notes[key] = list = [];
        }

        list.Add(value);
    }

    private void AddStockRows()
    {
        foreach (var (slot, terms) in _takenFromSlot)
        {
            var most = terms.Sum(term => _variables[term.Variable].Upper * term.Coefficient);
            if (most > problem.Stock.Available[slot])
            {
                AddRow($"stock_{slot}", terms, RowSense.AtMost, problem.Stock.Available[slot]);
            }
        }
    }

    private void AddCapacityRows()
    {
        foreach (var (location, uses) in _usesOfLocation)
        {
            if (uses.Count > problem.Locations.MaxOrders[location])
            {
                AddRow(
                    $"orders_{location}", uses.SelectMany(use => use).Select(variable => new ModelTerm(variable, 1)), RowSense.AtMost, problem.Locations.MaxOrders[location]);
            }
        }
    }
}
