namespace Dom.Core.Solving.Models;

/// <summary>
/// Writes the parcel of one order, location and mode: a variable for each weight band that it can reach, at most one of them chosen, and the rows that
/// hold its weight to the chosen band. Rates may fall with weight, so a band must hold from below as well.
/// </summary>
internal sealed class ParcelModelBuilder(SourcingProblem problem, ModelBuilder model, int order, int location, int mode, List<int> takes)
{
    private readonly ModeRates _rates = problem.Modes[mode];
    private readonly string _suffix = $"{order}_{location}_{mode}";

    /// <summary>Writes the parcel. Returns its variables, which are 1 together where the location sends a parcel.</summary>
    public int[] Build()
    {
        var heaviest = takes.Sum(take => model.Variable(take).Upper * Grams(take));
        var lastBand = _rates.Band(heaviest) is >= 0 and var band ? band : _rates.BandGrams.Length - 1;
        var zone = _rates.Zone(problem.Kilometres(location, order));
        var extra = problem.Locations.ParcelCost[location] + _rates.DistanceCost(problem.Kilometres(location, order));
        var parcels = new int[lastBand + 1];
        var costs = new long[lastBand + 1];
        for (var at = 0; at <= lastBand; at++)
        {
            costs[at] = _rates.Cost[(zone * _rates.BandGrams.Length) + at] + extra;
            parcels[at] = model.Add(new ModelVariable
            {
                Kind = VariableKind.Parcel,
                Order = order,
                Location = location,
                Mode = mode,
                Band = at,
                Upper = 1,
                Cost = costs[at],
            });
        }

        if (parcels.Length > 1)
        {
            model.AddRow($"one_{_suffix}", parcels.Select(parcel => new ModelTerm(parcel, 1)), RowSense.AtMost, 1);
        }

        AddWeightRows(parcels, costs, heaviest);
        foreach (var take in takes)
        {
            model.AddRow(
                $"sent_{model.Variable(take).Line}_{location}",
                parcels.Select(parcel => new ModelTerm(parcel, -model.Variable(take).Upper)).Prepend(new ModelTerm(take, 1)),
                RowSense.AtMost,
                0);
        }

        return parcels;
    }

    private void AddWeightRows(int[] parcels, long[] costs, long heaviest)
    {
        var weights = takes.Select(take => new ModelTerm(take, Grams(take))).ToArray();
        if (parcels.Length > 1 || heaviest > _rates.BandGrams[^1])
        {
            var most = parcels.Select((parcel, band) => new ModelTerm(parcel, -Math.Min(heaviest, _rates.BandGrams[band])));
            model.AddRow($"most_{_suffix}", weights.Concat(most), RowSense.AtMost, 0);
        }

        if (!costs.SequenceEqual(costs.Order()))
        {
            var least = parcels.Select((parcel, band) => new ModelTerm(parcel, band == 0 ? 0 : -(_rates.BandGrams[band - 1] + 1)));
            model.AddRow($"least_{_suffix}", weights.Concat(least), RowSense.AtLeast, 0);
        }
    }

    private long Grams(int take) => (long)model.Variable(take).UnitsEach * problem.Lines.UnitGrams[model.Variable(take).Line];
}
