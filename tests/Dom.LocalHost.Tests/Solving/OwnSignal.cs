using System.Runtime.InteropServices;

namespace Dom.LocalHost.Tests.Solving;

/// <summary>Signals to the process of the tests itself, which would end it if the code under test did not take them.</summary>
internal static partial class OwnSignal
{
    public static void Send(int signal) => Assert.Equal(0, NativeKill(Environment.ProcessId, signal));

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int NativeKill(int process, int signal);
}
