using System.Runtime.InteropServices;

namespace Dom.EndToEnd.Tests.Hosting;

/// <summary>Signals to processes that a test started.</summary>
internal static partial class Signal
{
    private const int Interrupt = 2;
    private const int Kill = 9;

    /// <summary>What Ctrl-C does.</summary>
    /// <param name="process">Id of the process.</param>
    public static void SendInterrupt(int process) => Send(process, Interrupt);

    /// <summary>Ends a process without a last word.</summary>
    /// <param name="process">Id of the process.</param>
    public static void SendKill(int process) => Send(process, Kill);

    /// <summary>Ends a process and all of its group without a last word.</summary>
    /// <param name="process">Id of the process, which leads its group.</param>
    public static void SendKillToGroup(int process) => Send(-process, Kill);

    private static void Send(int process, int signal)
    {
        if (NativeKill(process, signal) != 0)
        {
            throw new InvalidOperationException($"Signal {signal} to {process}: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int NativeKill(int process, int signal);
}
