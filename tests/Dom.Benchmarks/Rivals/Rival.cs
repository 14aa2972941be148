using System.Diagnostics;

namespace Dom.Benchmarks.Rivals;

/// <summary>Another solver, as a program of its own: how it is started, and how what it says is read.</summary>
/// <param name="Name">What the tables call it, with its version.</param>
/// <param name="Start">Starts it on a model file, with a file for its solution and a limit of seconds.</param>
/// <param name="CreateLog">Makes a reader of its log.</param>
/// <param name="ReadSolution">Reads its solution file's lines; none where it has no solution.</param>
internal sealed record Rival(
    string Name,
    Func<string, string, double, ProcessStartInfo> Start,
    Func<ISolverLog> CreateLog,
    Func<IEnumerable<string>, Dictionary<int, long>?> ReadSolution);
