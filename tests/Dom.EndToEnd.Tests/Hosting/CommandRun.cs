namespace Dom.EndToEnd.Tests.Hosting;

/// <summary>A run of the command line <c>dom</c> to its end.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Out">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record CommandRun(int Status, string Out, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Runs it.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="folder">Its working folder; null is the folder for temporary files.</param>
    /// <param name="environment">What to change in its environment.</param>
    public static async Task<CommandRun> RunAsync(
        IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = ProcessLines.Start(DomProgram.Start(arguments, folder ?? Path.GetTempPath(), environment));
        var status = await process.EndAsync(Patience);
        return new CommandRun(status, string.Join('\n', process.Out), string.Join('\n', process.Error));
    }
}
