using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Dom.Functions.Tests.TestKit;

/// <summary>The files of the repository, as they are in the source tree.</summary>
internal static class Repository
{
    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>A file's JSON.</summary>
    public static JsonElement Json(string path) => JsonSerializer.Deserialize<JsonElement>(Read(path));

    /// <summary>Where a file or folder is.</summary>
    public static string PathOf(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../..", path));
}
