namespace Dom.Core.Solving.Files;

/// <summary>Writes a problem as the files that <see cref="ProblemReader"/> reads.</summary>
public static class ProblemWriter
{
    /// <summary>Writes a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="create">Creates the files of the folder.</param>
    /// <exception cref="ArgumentException">The problem has what the format cannot say: candidates of its own, or rates by distance besides a grid.</exception>
    public static void Write(SourcingProblem problem, CreateFile create)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(create);
        if (problem.Candidates is not null)
        {
            throw new ArgumentException("The problem restricts its lines to candidates, which files cannot say.", nameof(problem));
        }

        if (problem.Modes.FirstOrDefault(mode => mode.CostPer100Km != 0) is { } mode)
        {
            throw new ArgumentException($"Mode '{mode.Name}' has a rate per distance, which files cannot say.", nameof(problem));
        }

        Write(FileNames.Settings, stream => SettingsFile.Write(stream, problem.UnfilledUnitCost));
        Write(FileNames.Rates, stream => RatesFile.Write(stream, problem.Modes));
        Write(FileNames.Locations, stream => LocationsFile.Write(stream, problem));
        Write(FileNames.Stock, stream => StockFile.Write(stream, problem));
        Write(FileNames.Orders, stream => OrdersFile.Write(stream, problem.Orders));
        Write(FileNames.Lines, stream => LinesFile.Write(stream, problem));

        void Write(string name, Action<Stream> write)
        {
            using var stream = create(name);
            write(stream);
        }
    }
}
