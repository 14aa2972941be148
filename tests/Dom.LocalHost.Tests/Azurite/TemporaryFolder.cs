namespace Dom.LocalHost.Tests.Azurite;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("dom-test-").FullName;

    public string Sub(string name) => Path.Combine(FullPath, name);

    /// <summary>Writes a program that a shell runs.</summary>
    public string Program(string name, string script)
    {
        var path = Sub(name);
        File.WriteAllText(path, "#!/bin/sh\n" + script.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
