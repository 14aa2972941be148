using System.Text.Json;
using Dom.Core;

namespace Dom.LocalHost.Demo;

/// <summary>The keys with which the demo calls: one for its channels, one for all its stores.</summary>
/// <param name="Channel">The channels' key.</param>
/// <param name="Store">The stores' key.</param>
internal sealed record TrafficKeys(string Channel, string Store)
{
    /// <summary>Reads them from the file that the host writes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="LocalHostException">The file is not there, or lacks a key.</exception>
    public static async Task<TrafficKeys> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync<TrafficKeys>(stream, DomJson.Options, cancellationToken) is { Channel.Length: > 0, Store.Length: > 0 } keys
                ? keys
                : throw Broken(file, null);
        }
        catch (JsonException fault)
        {
            throw Broken(file, fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LocalHostException(
                $"The keys file '{Path.GetFullPath(file)}' cannot be read: {fault.Message} The host writes keys.json into its data folder; name it with --keys FILE.", fault);
        }
    }

    private static LocalHostException Broken(string file, JsonException? fault) => new(
        $"The keys file '{Path.GetFullPath(file)}' is no JSON object with the keys \"channel\" and \"store\". Stop the host, remove the file and start the host again to have it written anew.",
        fault);
}
