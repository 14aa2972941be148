using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Dom.LocalHost.Azurite;

/// <summary>Asks a process to end in order.</summary>
internal static class Termination
{
    private const int SigTerm = 15;

    // Azurite saves its tables every 5 s; Windows has no signal that would make it save at once.
    private static readonly TimeSpan AutosaveInterval = TimeSpan.FromSeconds(6);

    /// <summary>Sends SIGTERM; on Windows waits until Azurite has saved by itself and ends it.</summary>
    /// <param name="process">A process of this user.</param>
    public static async Task AskAsync(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            await Task.Delay(AutosaveInterval).ConfigureAwait(false);
            process.Kill();
            return;
        }

        // A failure means that the process has ended in between: nothing is left to do.
        _ = Kill(process.Id, SigTerm);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int processId, int signal);
}
