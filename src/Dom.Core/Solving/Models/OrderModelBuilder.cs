namespace Dom.Core.Solving.Models;

/// <summary>Writes the variables and rows of one order.</summary>
internal sealed class OrderModelBuilder(SourcingProblem problem, ModelBuilder model, int order)
{
    private readonly SortedDictionary<int, SortedDictionary<int, List<int>>> _takesByLocationAndMode = [];
    private readonly List<int> _unassigned = [];

    /// <summary>Writes the order.</summary>
    public void Build()
    {
        for (var line = problem.Orders.LineStart[order]; line < problem.Orders.LineStart[order + 1]; line++)
        {
            AddLine(line);
        }

        if (problem.Orders.ShipComplete[order] && _unassigned.Count > 0)
        {
            AddShipComplete();
        }

        AddUses();
    }

    private void AddLine(int line)
    {
        var quantity = problem.Lines.Quantity[line];
        var isSplittable = problem.Lines.Splittable[line];
        var sku = problem.Lines.Sku[line];
        var terms = new List<ModelTerm>();
        for (var slot = problem.Stock.RowStart[sku]; slot < problem.Stock.RowStart[sku + 1]; slot++)
        {
            var location = problem.Stock.Location[slot];
            var most = MostUnits(line, location, problem.Stock.Available[slot]);
            if (most > 0)
            {
                var variable = AddAssigned(line, location, most);
                terms.Add(new ModelTerm(variable, 1));
                model.NoteTake(slot, variable);
            }
        }

        var unassigned = model.Add(new ModelVariable
        {
            Kind = VariableKind.Unassigned,
            Order = order,
            Line = line,
            Upper = isSplittable ? quantity : 1,
            UnitsEach = isSplittable ? 1 : quantity,
            Cost = (isSplittable ? 1L : quantity) * problem.UnfilledUnitCost,
        });
        _unassigned.Add(unassigned);
        model.AddRow($"line_{line}", terms.Append(new ModelTerm(unassigned, 1)), RowSense.Equal, isSplittable ? quantity : 1);
    }

    /// <summary>Most units of a line that a location can give: by stock, by every rule that concerns the two alone, and by the heaviest band.</summary>
    private int MostUnits(int line, int location, int available)
    {
        var mode = problem.Lines.Mode[line];
        var only = problem.Lines.OnlyLocation[line];
        var kilometres = problem.Kilometres(location, order);
        if (problem.Locations.MaxOrders[location] == 0
            || ((problem.Locations.Modes[location] >> mode) & 1) == 0
            || (only != LineColumns.AnyLocation && only != location)
            || problem.CandidateCost(line, location) is null
            || kilometres > problem.Orders.MaxDistanceKm[order]
            || problem.Modes[mode].Zone(kilometres) < 0)
        {
            return 0;
        }

        var grams = problem.Lines.UnitGrams[line];
        var carried = grams == 0 ? long.MaxValue : problem.Modes[mode].BandGrams[^1] / grams;
        var most = (int)Math.Min(carried, Math.Min(available, problem.Lines.Quantity[line]));
        return problem.Lines.Splittable[line] || most == problem.Lines.Quantity[line] ? most : 0;
    }

    private int AddAssigned(int line, int location, int most)
    {
        var isSplittable = problem.Lines.Splittable[line];
        var own = problem.CandidateCost(line, location) ?? 0;
        var units = isSplittable ? 1 : most;
        var variable = model.Add(new ModelVariable
        {
            Kind = VariableKind.Assigned,
            Order = order,
            Line = line,
            Location = location,
            Upper = isSplittable ? most : 1,
            UnitsEach = units,
            Cost = ((long)units * problem.Locations.UnitCost[location]) + (isSplittable ? 0 : own),
        });
        if (isSplittable && own > 0)
        {
            var served = model.Add(new ModelVariable { Kind = VariableKind.Served, Order = order, Line = line, Location = location, Upper = 1, Cost = own });
            model.AddRow($"served_{line}_{location}", [new ModelTerm(variable, 1), new ModelTerm(served, -most)], RowSense.AtMost, 0);
        }

        Takes(location, problem.Lines.Mode[line]).Add(variable);
        return variable;
    }

    private List<int> Takes(int location, int mode)
    {
        if (!_takesByLocationAndMode.TryGetValue(location, out var modes))
        {
            _takesByLocationAndMode[location] = modes = [];
        }

        if (!modes.TryGetValue(mode, out var takes))
        {
            modes[mode] = takes = [];
        }

        return takes;
    }

    /// <summary>Every line of the order is left out together with the order, or not at all.</summary>
    private void AddShipComplete()
    {
        var leftOut = model.Add(new ModelVariable { Kind = VariableKind.LeftOut, Order = order, Upper = 1, Cost = 0 });
        foreach (var unassigned in _unassigned)
        {
            var line = model.Variable(unassigned);
            model.AddRow($"whole_{line.Line}", [new ModelTerm(unassigned, 1), new ModelTerm(leftOut, -line.Upper)], RowSense.Equal, 0);
        }
    }

    private void AddUses()
    {
        var isLimited = _takesByLocationAndMode.Count > problem.Orders.MaxLocations[order];
        var terms = new List<ModelTerm>();
        foreach (var (location, modes) in _takesByLocationAndMode)
        {
            var parcels = modes.Select(mode => new ParcelModelBuilder(problem, model, order, location, mode.Key, mode.Value).Build()).ToArray();
            if (!isLimited && problem.Locations.MaxOrders[location] == LocationColumns.NoLimit)
            {
                continue;
            }

            var use = parcels.Length == 1 ? parcels[0] : [AddUsed(location, parcels)];
            terms.AddRange(use.Select(variable => new ModelTerm(variable, 1)));
            model.NoteUse(location, use);
        }

        if (isLimited)
        {
            model.AddRow($"locations_{order}", terms, RowSense.AtMost, problem.Orders.MaxLocations[order]);
        }
    }

    private int AddUsed(int location, int[][] parcels)
    {
        var used = model.Add(new ModelVariable { Kind = VariableKind.Used, Order = order, Location = location, Upper = 1, Cost = 0 });
        for (var mode = 0; mode < parcels.Length; mode++)
        {
            model.AddRow(
                $"used_{order}_{location}_{mode}", parcels[mode].Select(parcel => new ModelTerm(parcel, 1)).Append(new ModelTerm(used, -1)), RowSense.AtMost, 0);
        }

        return used;
    }
}
