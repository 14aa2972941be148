namespace Dom.LocalHost.Commands;

/// <summary>What a command's end says to the shell: 0 done, 1 failed, 2 the command line is wrong.</summary>
internal static class ExitStatus
{
    /// <summary>Runs a command. What the user can mend is said in one sentence on standard error; a bug keeps its stack.</summary>
    /// <param name="command">The command.</param>
    public static async Task<int> OfAsync(Func<Task> command)
    {
        try
        {
            await command();
            return 0;
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C while it started.
            return 0;
        }
        catch (LocalHostException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{fault.Message} See that the disk has room and the folder may be written, and start again.");
            return 1;
        }
    }
}
