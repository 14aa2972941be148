using Azure;
using Dom.Core.Solving.Files;

namespace Dom.LocalHost.Commands;

/// <summary>What a command's end says to the shell: 0 done, 1 failed, 2 the command line or a file that it names is wrong.</summary>
internal static class ExitStatus
{
    /// <summary>The command did what it was asked.</summary>
    public const int Done = 0;

    /// <summary>The command could not do it, and has said why.</summary>
    public const int Failed = 1;

    /// <summary>The command line, or a file that it names, is wrong; nothing was done.</summary>
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

    /// <summary>Runs a command that reads files whose faults the user can mend: they are said one by one on standard error.</summary>
    /// <param name="command">The command.</param>
    public static int OfFiles(Action command)
    {
        try
        {
            command();
            return Done;
        }
        catch (FileFaultException faults)
        {
            Console.Error.WriteLine(faults.Message);
            return WrongCommandLine;
        }
        catch (Exception fault) when (fault is LocalHostException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(fault.Message);
            return Failed;
        }
    }
}
