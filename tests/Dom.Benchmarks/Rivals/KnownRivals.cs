using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dom.Benchmarks.Rivals;

/// <summary>The solvers that ours is measured beside, with the options with which each did best: no gap allowed, one thread, as many seconds as it is given.</summary>
internal static partial class KnownRivals
{
    private static readonly string HighsSource = Path.Combine(Repository.Root, "tests", "Dom.Benchmarks", "highs");
    private static readonly string HighsFolder = Path.Combine(Repository.Root, "artifacts", "highs");

    /// <summary>Finds them all.</summary>
    /// <exception cref="InvalidOperationException">One is missing: the message tells what to install.</exception>
    public static async Task<IReadOnlyList<Rival>> FindAsync() => [await CbcAsync(), await GlpkAsync(), await HighsAsync()];

    /// <summary>CBC.</summary>
    /// <exception cref="InvalidOperationException">It is missing.</exception>
    public static async Task<Rival> CbcAsync() => new(
        $"CBC {Version(await SaysAsync("coinor-cbc", "cbc", "-quit"))}",
        (model, solution, seconds) => Lines("cbc", [model, "ratioGap", "0", "allowableGap", "0", "timeMode", "elapsed", "seconds", Text(seconds), "solve", "solution", solution]),
        () => new CbcLog(),
        SolutionFile.ReadCbc);

    private static async Task<Rival> GlpkAsync() => new(
        $"GLPK {Version(await SaysAsync("glpk-utils", "glpsol", "--version"))}",
        (model, solution, seconds) => Lines("glpsol", ["--freemps", model, "--cuts", "--presol", "--tmlim", Text(Math.Ceiling(seconds)), "--write", solution]),
        () => new GlpkLog(),
        SolutionFile.ReadGlpk);

    private static async Task<Rival> HighsAsync() => new(
        $"HiGHS {await InstallHighsAsync()} (wasm)",
        (model, solution, seconds) => new ProcessStartInfo("node", [Path.Combine(HighsSource, "solve.mjs"), model, solution, Text(seconds), "0"]) { WorkingDirectory = HighsFolder },
        () => new HighsLog(),
        SolutionFile.ReadHighs);

    /// <summary>Installs what package-lock.json pins into the artifacts folder, unless that is there; returns the version.</summary>
    private static async Task<string> InstallHighsAsync()
    {
        string[] files = ["package.json", "package-lock.json"];
        var installed = Path.Combine(HighsFolder, "node_modules", "highs", "package.json");
        if (!File.Exists(installed) || files.Any(file => !IsSame(Path.Combine(HighsSource, file), Path.Combine(HighsFolder, file))))
        {
            Directory.CreateDirectory(HighsFolder);
            foreach (var file in files)
            {
                File.Copy(Path.Combine(HighsSource, file), Path.Combine(HighsFolder, file), overwrite: true);
            }

            await SaysAsync("npm", "npm", "ci", "--prefix", HighsFolder, "--ignore-scripts", "--no-audit", "--no-fund");
        }

        return Version((await File.ReadAllLinesAsync(installed)).First(line => line.Contains("\"version\"", StringComparison.Ordinal)));
    }

    private static bool IsSame(string file, string other) => File.Exists(other) && File.ReadAllText(file) == File.ReadAllText(other);

    /// <summary>What a program prints.</summary>
    private static async Task<string> SaysAsync(string package, string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0
                ? text
                : throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with exit code {process.ExitCode}.");
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"The program {program} is not on the PATH: install Debian's package {package}.", missing);
        }
    }

    // stdbuf: the time of a line is that when it was written, not when a buffer was full.
    private static ProcessStartInfo Lines(string program, string[] arguments) => new("stdbuf", ["--output=L", program, .. arguments]);

    private static string Version(string text) => VersionNumber().Match(text).Value;

    private static string Text(double seconds) => seconds.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+(\.\d+)+")]
    private static partial Regex VersionNumber();
}
