namespace Dom.Benchmarks.Rivals;

/// <summary>What a solver's log, read line by line, tells of the costs it has reached.</summary>
internal interface ISolverLog
{
    /// <summary>Cost of its best solution so far, minor units; none before there is one.</summary>
    double? Cost { get; }

    /// <summary>Its best bound so far, minor units; none before there is one.</summary>
    double? Bound { get; }

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The line.</param>
    void Read(string line);
}
