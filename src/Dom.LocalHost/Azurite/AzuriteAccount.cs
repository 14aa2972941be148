namespace Dom.LocalHost.Azurite;

/// <summary>The one account of the storage emulator. Source: Azurite's README, "Default Storage Account".</summary>
internal static class AzuriteAccount
{
    /// <summary>The account's name, which stands in every path of the emulator.</summary>
    public const string Name = "devstoreaccount1";

    // Public, the same in every installation, and documented as such: it opens the emulator alone.
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>A connection string with a blob, a queue and a table endpoint.</summary>
    /// <param name="ports">Where the emulator listens on 127.0.0.1.</param>
    public static string ConnectionString(AzuritePorts ports) =>
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};" +
        $"BlobEndpoint={Endpoint(ports.Blob)};QueueEndpoint={Endpoint(ports.Queue)};" +
        $"TableEndpoint={Endpoint(ports.Table)};";

    private static string Endpoint(int port) => FormattableString.Invariant($"http://127.0.0.1:{port}/{Name}");
}
