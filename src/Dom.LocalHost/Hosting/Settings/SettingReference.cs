using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Dom.LocalHost.Hosting.Settings;

/// <summary>Texts of attributes in which <c>%Name%</c> stands for a setting.</summary>
internal static partial class SettingReference
{
    /// <summary>Puts the settings in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="function">The function whose attribute it is, for the error.</param>
    /// <exception cref="LocalHostException">A setting is missing or empty.</exception>
    public static string Resolve(string text, IConfiguration configuration, string function) =>
        Reference().Replace(text, match =>
        {
            var name = match.Groups[1].Value;
            var value = configuration[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)];
            return string.IsNullOrEmpty(value)
                ? throw new LocalHostException(
                    $"Function '{function}' refers to the setting '{name}', which is not set. "
                    + $"Set it in local.settings.json under Values, or as the environment variable {name}.")
                : value;
        });

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
