using Azure.Core.Pipeline;

namespace Dom.LocalHost.Broker;

/// <summary>The queue service of a storage account: where it is, and the pipeline that signs what is sent there.</summary>
internal sealed class QueueStorageAccount
{
    private const string DevelopmentAccount = "devstoreaccount1";

    // Azurite's account and key are the same everywhere and public. Source: Azurite's README, "Default Storage Account".
    private const string Development =
        "AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + "QueueEndpoint=http://127.0.0.1:10001/" + DevelopmentAccount;

    private QueueStorageAccount(Uri endpoint, HttpPipeline pipeline)
    {
        Endpoint = endpoint;
        Pipeline = pipeline;
    }

    /// <summary>The service's address, ending in a slash.</summary>
    public Uri Endpoint { get; }

    /// <summary>Retries as Azure.Core does, and signs each attempt.</summary>
    public HttpPipeline Pipeline { get; }

    /// <summary>Reads a storage connection string.</summary>
    /// <param name="connectionString"><c>UseDevelopmentStorage=true</c>, or pairs with <c>AccountName</c>, <c>AccountKey</c> and
    /// <c>QueueEndpoint</c> (or <c>EndpointSuffix</c>).</param>
    /// <param name="transport">Carries the requests; null is Azure.Core's own.</param>
    /// <exception cref="LocalHostException">A part is missing or not readable.</exception>
    public static QueueStorageAccount Parse(string connectionString, HttpPipelineTransport? transport = null)
    {
        var parts = Split(connectionString);
        if (parts.TryGetValue("UseDevelopmentStorage", out var development)
            && bool.TryParse(development, out var isDevelopment) && isDevelopment)
        {
            parts = Split(Development);
        }

        var account = Required(parts, "AccountName");
        var endpoint = parts.TryGetValue("QueueEndpoint", out var given)
            ? given
            : $"https://{account}.queue.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        if (!Uri.TryCreate(endpoint.TrimEnd('/') + "/", UriKind.Absolute, out var uri))
        {
            throw Broken($"its QueueEndpoint '{endpoint}' is not an address");
        }

        var policy = new QueueStorageSharedKeyPolicy(account, Key(parts));
        var options = new QueueStorageClientOptions();
        options.Transport = transport ?? options.Transport;
        return new(uri, HttpPipelineBuilder.Build(options, policy));
    }

    private static Dictionary<string, string> Split(string connectionString) =>
        connectionString
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last()[1], StringComparer.OrdinalIgnoreCase);

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value) && value.Length > 0 ? value : throw Broken($"it has no {name}");

    private static byte[] Key(Dictionary<string, string> parts)
    {
        var text = Required(parts, "AccountKey");
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length)
            ? key[..length]
            : throw Broken("its AccountKey is not base64");
    }

    private static LocalHostException Broken(string why) => new(
        $"The storage connection string cannot be used: {why}. "
        + "Set DataStorage to UseDevelopmentStorage=true or to a whole connection string.");
}
