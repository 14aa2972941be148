using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Dom.LocalHost.Hosting.Settings;

/// <summary>
/// local.settings.json: its <c>Values</c> are settings of the app, its <c>ConnectionStrings</c> are too.
/// Source: Azure Functions documentation, "Local settings file".
/// </summary>
internal static class LocalSettings
{
    private const string ValuesSection = "Values";
    private const string ConnectionStringsSection = "ConnectionStrings";

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file; that it is missing is fine.</param>
    /// <returns>Settings by key, with <c>:</c> between the parts of a key.</returns>
    /// <exception cref="LocalHostException">The file is no JSON, is encrypted, or a value is not text.</exception>
    public static IReadOnlyDictionary<string, string?> Read(string path)
    {
        using var document = JsonFile.Read(path);
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (document is null)
        {
            return settings;
        }

        var root = document.RootElement;
        if (root.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
        {
            throw new LocalHostException(
                $"{path}: the settings are encrypted; run 'func settings decrypt' and set IsEncrypted to false.");
        }

        Add(path, root, ValuesSection, "", settings);
        Add(path, root, ConnectionStringsSection, ConnectionStringsSection + ConfigurationPath.KeyDelimiter, settings);
        return settings;
    }

    private static void Add(
        string path, JsonElement root, string section, string prefix, Dictionary<string, string?> settings)
    {
        if (!root.TryGetProperty(section, out var values))
        {
            return;
        }

        if (values.ValueKind != JsonValueKind.Object)
        {
            throw new LocalHostException($"{path}: {section} is {values.GetRawText()}; allowed is an object of texts.");
        }

        foreach (var value in values.EnumerateObject())
        {
            // Two underscores stand for the colon, as in environment variables.
            settings[prefix + value.Name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] =
                value.Value.ValueKind switch
                {
                    JsonValueKind.String => value.Value.GetString(),
                    JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.Value.GetRawText(),
                    _ => throw new LocalHostException(
                        $"{path}: {section}.{value.Name} is {value.Value.GetRawText()}; allowed is text."),
                };
        }
    }
}
