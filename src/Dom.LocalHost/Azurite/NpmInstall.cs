using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Dom.LocalHost.Azurite;

/// <summary>One run of <c>npm ci</c> that tells how far it is.</summary>
/// <param name="npm">Full path of npm.</param>
/// <param name="folder">Folder with <c>package.json</c> and <c>package-lock.json</c>.</param>
/// <param name="output">Where progress goes: a line at the start and one every few seconds.</param>
internal sealed class NpmInstall(string npm, string folder, TextWriter output)
{
    private const int LinesKept = 15;

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(3);

    // No scripts: Azurite and what it needs is plain JavaScript, so nothing that was downloaded has to run now.
    private static readonly string[] Arguments =
        ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];

    private readonly ConcurrentQueue<string> _lastLines = new();

    /// <summary>Installs what the lock file names.</summary>
    /// <param name="cancellationToken">Ends npm.</param>
    /// <exception cref="LocalHostException">npm failed; the message has its last lines.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var packages = CountLocked();
        await output.WriteLineAsync(
            $"Installing Azurite {AzuriteInstallation.Version}, the local storage: " +
            $"{packages} npm packages, once on this machine")
            .ConfigureAwait(false);

        using var process = Start();
        try
        {
            await WaitAsync(process, packages, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new LocalHostException(
                $"npm could not install Azurite (exit code {process.ExitCode}). Check that npm reaches its registry " +
                $"('npm ping') and start again. npm said:{Environment.NewLine}" +
                string.Join(Environment.NewLine, _lastLines));
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(npm)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new LocalHostException(
                $"'{npm}', which installs Azurite, cannot be run: {failure.Message}. " +
                "Install npm anew and start again.", failure);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task WaitAsync(Process process, int packages, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var exit = process.WaitForExitAsync(cancellationToken);

        while (await Task.WhenAny(exit, Task.Delay(Heartbeat, cancellationToken)).ConfigureAwait(false) != exit)
        {
            await output.WriteLineAsync(
                $"  {CountUnpacked()} of {packages} packages unpacked after {watch.Elapsed.TotalSeconds:F0} s")
                .ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        await exit.ConfigureAwait(false);
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        _lastLines.Enqueue(line);
        if (_lastLines.Count > LinesKept)
        {
            _lastLines.TryDequeue(out _);
        }
    }

    private int CountLocked()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "package-lock.json")));
        // The first entry is the project itself.
        return document.RootElement.GetProperty("packages").EnumerateObject().Count() - 1;
    }

    private int CountUnpacked()
    {
        var modules = new DirectoryInfo(Path.Combine(folder, "node_modules"));
        var unreadable = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        try
        {
            return modules.EnumerateFiles("package.json", unreadable).Count(IsPackage);
        }
        catch (DirectoryNotFoundException)
        {
            // npm moves folders while it works.
            return 0;
        }
    }

    private static bool IsPackage(FileInfo manifest)
    {
        var parent = manifest.Directory!.Parent!;
        return parent.Name == "node_modules" || (parent.Name.StartsWith('@') && parent.Parent!.Name == "node_modules");
    }
}
