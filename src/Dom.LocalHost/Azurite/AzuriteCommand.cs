using System.Diagnostics;

namespace Dom.LocalHost.Azurite;

/// <summary>How Azurite is started: its arguments, and the session it runs in.</summary>
/// <param name="node">Full path of Node.js.</param>
/// <param name="script">Full path of Azurite's script.</param>
/// <param name="folder">Folder for Azurite's files.</param>
/// <param name="ports">Ports it is to listen on.</param>
internal sealed class AzuriteCommand(string node, string script, string folder, AzuritePorts ports)
{
    // The shell gives Azurite a log file of its own: a pipe to this process would break when this process is killed,
    // and Azurite dies of a broken pipe. Both shell and setsid hand their process over, so the process id stays the
    // same.
    private const string InSession = "exec setsid \"$@\" >\"$DOM_AZURITE_LOG\" 2>&1 </dev/null";
    private const string InPlace = "exec \"$@\" >\"$DOM_AZURITE_LOG\" 2>&1 </dev/null";

    /// <summary>The process to start.</summary>
    /// <param name="logFile">Full path of the file that gets Azurite's output, except on Windows.</param>
    /// <param name="searchPath">Folders in which setsid is looked for.</param>
    public ProcessStartInfo ToStartInfo(string logFile, string? searchPath)
    {
        if (OperatingSystem.IsWindows())
        {
            // A console of its own, so that Ctrl-C does not reach it.
            return With(new ProcessStartInfo(node) { UseShellExecute = false, CreateNoWindow = true });
        }

        // In a session of its own neither Ctrl-C nor a signal to the host's process group reaches it in mid-write.
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(ExecutableSearch.Find("setsid", searchPath) is null ? InPlace : InSession);
        start.ArgumentList.Add("azurite");
        start.ArgumentList.Add(node);
        start.Environment["DOM_AZURITE_LOG"] = logFile;
        return With(start);
    }

    private ProcessStartInfo With(ProcessStartInfo start)
    {
        string[] arguments =
        [
            script, "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--location", folder,
            "--blobPort", Text(ports.Blob), "--queuePort", Text(ports.Queue), "--tablePort", Text(ports.Table),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // What the user has set for an Azurite of their own would give ours other accounts, or a database instead of
        // files.
        start.Environment.Remove("AZURITE_ACCOUNTS");
        start.Environment.Remove("AZURITE_DB");
        return start;
    }

    private static string Text(int port) => port.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
