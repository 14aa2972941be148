using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Dom.LocalHost.Azurite;

namespace Dom.Benchmarks.Report;

/// <summary>Where and when something was measured.</summary>
internal static class Surroundings
{
    /// <summary>Prints machine, versions, date, load and command.</summary>
    /// <param name="hostDll">The host that is measured; null for none.</param>
    public static async Task PrintAsync(string? hostDll)
    {
        var table = new MarkdownTable("Measured with", "");
        table.Add("Machine", string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, {Processor()}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30):F0} GiB, {RuntimeInformation.OSDescription}"));
        table.Add("Software", $"{RuntimeInformation.FrameworkDescription}, Node {await NodeAsync()}, Azurite {AzuriteInstallation.Version}");
        table.Add("Date", DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) + Load());
        table.Add("Command", $"`dotnet run -c {Repository.Configuration} --project tests/Dom.Benchmarks -- {string.Join(' ', Environment.GetCommandLineArgs().Skip(1))}`");
        if (hostDll is not null)
        {
            table.Add("Host", $"`{Path.GetRelativePath(Repository.Root, hostDll)}`");
        }

        Console.WriteLine(table);
    }

    private static string Processor()
    {
        const string key = "model name";
        return File.Exists("/proc/cpuinfo")
            && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string Load() => File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} before" : "";

    private static async Task<string> NodeAsync()
    {
        using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
        var version = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return version.Trim().TrimStart('v');
    }
}
