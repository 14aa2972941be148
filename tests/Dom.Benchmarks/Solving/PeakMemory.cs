using System.Globalization;

namespace Dom.Benchmarks.Solving;

/// <summary>The most physical memory that a process has had, as Linux counts it.</summary>
internal static class PeakMemory
{
    private const string Highest = "VmHWM:";
    private const int BytesPerUnit = 1024;

    /// <summary>Bytes at the peak; none where the process has ended, or where there is no <c>/proc</c>.</summary>
    /// <param name="processId">The process.</param>
    public static long? Bytes(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(line => line.StartsWith(Highest, StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * BytesPerUnit;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Gives back what this process no longer needs, and counts its peak anew from what is left.</summary>
    public static void Restart()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            // proc(5): 5 resets the peak to what the process holds now.
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }
}
