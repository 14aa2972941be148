namespace Azure.Data.Tables;

/// <summary>What a storage account's connection string says about its tables.</summary>
/// <param name="Endpoint">Address of the table service, without a slash at its end.</param>
/// <param name="AccountName">Name of the account.</param>
/// <param name="AccountKey">Key of the account.</param>
internal sealed record TableConnectionString(Uri Endpoint, string AccountName, byte[] AccountKey)
{
    // The emulator's account is the same everywhere and documented. Source: "Use the Azurite emulator", well-known
    // account.
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Reads a connection string with an account key.</summary>
    /// <param name="connectionString">
    /// <c>UseDevelopmentStorage=true</c>, or <c>AccountName</c>, <c>AccountKey</c> and either <c>TableEndpoint</c> or
    /// <c>DefaultEndpointsProtocol</c> and <c>EndpointSuffix</c>, separated by semicolons.
    /// </param>
    /// <exception cref="FormatException">A part is missing or malformed. The message never has the key.</exception>
    public static TableConnectionString Parse(string connectionString)
    {
        var parts = Split(connectionString);
        if (parts.TryGetValue("UseDevelopmentStorage", out var use)
            && bool.TryParse(use, out var isEmulator)
            && isEmulator)
        {
            return new TableConnectionString(
                new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"),
                EmulatorAccount,
                Convert.FromBase64String(EmulatorKey));
        }

        var account = Required(parts, "AccountName");
        return new TableConnectionString(EndpointOf(parts, account), account, KeyOf(parts));
    }

    private static Dictionary<string, string> Split(string connectionString)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        foreach (var part in connectionString.Split(';', Trimmed))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new FormatException(
                    "A connection string is made of name=value parts separated by semicolons; one part has no name.");
            }

            parts[part[..equals]] = part[(equals + 1)..];
        }

        return parts;
    }

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value) && value.Length > 0
            ? value
            : throw new FormatException($"The connection string has no {name}.");

    private static byte[] KeyOf(Dictionary<string, string> parts)
    {
        var text = Required(parts, "AccountKey");
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length)
            ? key[..length]
            : throw new FormatException("AccountKey in the connection string is not base 64.");
    }

    private static Uri EndpointOf(Dictionary<string, string> parts, string account)
    {
        if (!parts.TryGetValue("TableEndpoint", out var endpoint))
        {
            var protocol = parts.GetValueOrDefault("DefaultEndpointsProtocol", "https");
            endpoint = $"{protocol}://{account}.table.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        }

        return Uri.TryCreate(endpoint.TrimEnd('/'), UriKind.Absolute, out var uri)
            ? uri
            : throw new FormatException($"'{endpoint}' in the connection string is no address of a table service.");
    }
}
