using System.Collections.Immutable;
using System.Text.Json;
using Dom.Functions.Security;
using Dom.Functions.Storage;

namespace Dom.LocalHost.Running;

/// <summary>The demo keys, one for each role, in the file <c>keys.json</c> of the data folder.</summary>
internal static class DemoKeys
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "keys.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Makes the keys at the first start, and sees to it that they are in force.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="store">Where keys are in force.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The keys by role, and whether they are new.</returns>
    /// <exception cref="LocalHostException">The file cannot be read or written.</exception>
    public static async Task<(ImmutableSortedDictionary<string, string> Keys, bool AreNew)> EnsureAsync(
        string folder, ClientKeyStore store, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName);
        var areNew = !File.Exists(path);
        var keys = areNew ? New() : await ReadAsync(path, cancellationToken);
        foreach (var role in Enum.GetValues<Role>())
        {
            if (keys.TryGetValue(Name(role), out var key) && await store.FindAsync(key, cancellationToken) is null)
            {
                await store.AddAsync(key, new Caller($"demo {Name(role)}", role, role == Role.Store ? [Caller.EveryLocation] : []), cancellationToken);
            }
        }

        if (areNew)
        {
            Write(path, keys);
        }

        return (keys, areNew);
    }

    private static string Name(Role role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    private static ImmutableSortedDictionary<string, string> New() =>
        Enum.GetValues<Role>().ToImmutableSortedDictionary(Name, _ => ClientKey.New(), StringComparer.Ordinal);

    private static async Task<ImmutableSortedDictionary<string, string>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize<ImmutableSortedDictionary<string, string>>(await File.ReadAllTextAsync(path, cancellationToken))
                ?? throw new LocalHostException($"{path} is empty. Delete it, and the next start makes new keys.");
        }
        catch (JsonException broken)
        {
            throw new LocalHostException($"{path} is no JSON object of role and key: {broken.Message} Delete it, and the next start makes new keys.", broken);
        }
    }

    private static void Write(string path, ImmutableSortedDictionary<string, string> keys)
    {
        // Beside first, then in place: whoever reads the file reads all of it.
        var beside = path + ".new";
        File.WriteAllText(beside, JsonSerializer.Serialize(keys, Indented));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(beside, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Move(beside, path, overwrite: true);
    }
}
