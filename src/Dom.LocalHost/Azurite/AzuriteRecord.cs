using System.Text.Json;

namespace Dom.LocalHost.Azurite;

/// <summary>
/// The Azurite that was started for a data folder, kept in its file <c>azurite.json</c> so that a host that was killed
/// finds it again.
/// </summary>
/// <param name="Pid">Id of its process.</param>
/// <param name="Ports">Where it listens.</param>
internal sealed record AzuriteRecord(int Pid, AzuritePorts Ports)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads the record of a data folder.</summary>
    /// <param name="dataFolder">Full path.</param>
    /// <returns>Null when there is none, or none that can be read: it only saves a start.</returns>
    public static AzuriteRecord? Read(string dataFolder)
    {
        try
        {
            var record = JsonSerializer.Deserialize<AzuriteRecord>(File.ReadAllBytes(PathIn(dataFolder)), Format);
            return record?.Ports is null ? null : record;
        }
        catch (Exception failure) when (failure is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Removes the record of a data folder, if there is one.</summary>
    /// <param name="dataFolder">Full path.</param>
    public static void Remove(string dataFolder) => File.Delete(PathIn(dataFolder));

    /// <summary>Writes the record, whole or not at all.</summary>
    /// <param name="dataFolder">Full path.</param>
    public void Write(string dataFolder)
    {
        var beside = PathIn(dataFolder) + ".new";
        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(this, Format));
        File.Move(beside, PathIn(dataFolder), overwrite: true);
    }

    private static string PathIn(string dataFolder) => Path.Combine(dataFolder, "azurite.json");
}
