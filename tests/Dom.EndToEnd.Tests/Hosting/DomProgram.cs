using System.Diagnostics;
using System.Runtime.InteropServices;
using Dom.LocalHost.Running;

namespace Dom.EndToEnd.Tests.Hosting;

/// <summary>The local host's program, as the build put it beside the tests.</summary>
internal static class DomProgram
{
    private static readonly string Assembly = typeof(DomHost).Assembly.Location;

    // The .NET that runs the tests runs the program too, whatever PATH a test gives it.
    private static readonly string DotNet = Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>How it is started, with its output redirected.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="folder">Its working folder, where it looks for <c>local.settings.json</c>.</param>
    /// <param name="environment">What to change in its environment.</param>
    public static ProcessStartInfo Start(
        IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        // In a session of its own, its process group can be killed without the tests.
        var isAlone = File.Exists(SetSid);
        var start = new ProcessStartInfo(isAlone ? SetSid : DotNet)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (IEnumerable<string>)[.. isAlone ? new[] { DotNet } : [], Assembly, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private const string SetSid = "/usr/bin/setsid";
}
