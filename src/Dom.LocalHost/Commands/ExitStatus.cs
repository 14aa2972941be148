using Azure;

namespace Dom.LocalHost.Commands;

/// <summary>What a command's end says to the shell: 0 done, 1 failed, 2 the command line is wrong.</summary>
internal static class ExitStatus
{
    /// <summary>The command did what it was asked.</summary>
    public const int Done = 0;

    /// <summary>The command could not do it, and has said why.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong; nothing was done.</summary>
    public const int WrongCommandLine = 2;

    /// <summary>Runs a command. What the user can mend is said in one sentence on standard error; a bug keeps its stack.</summary>
    /// <param name="command">The command.</param>
    public static async Task<int> OfAsync(Func<Task> command)
    {
        try
        {
            await command();
            return Done;
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C while it started.
            return Done;
        }
        catch (LocalHostException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Failed;
        }
        catch (RequestFailedException fault) when (fault.Status == 403)
        {
            await Console.Error.WriteLineAsync("Table Storage refuses. You need the role Storage Table Data Contributor on the account; once given it takes some minutes.");
            return Failed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{fault.Message.TrimEnd('.')}. See that the disk has room and the folder may be written, and start again.");
            return Failed;
        }
    }
}
