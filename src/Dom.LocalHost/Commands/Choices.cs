using System.CommandLine;

namespace Dom.LocalHost.Commands;

/// <summary>Options that take one of a few words.</summary>
internal static class Choices
{
    /// <summary>Refuses other words.</summary>
    /// <param name="option">The option.</param>
    /// <param name="allowed">The words, two or more.</param>
    public static void Restrict(Option<string> option, IReadOnlyList<string> allowed) => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }] && !allowed.Contains(text, StringComparer.Ordinal))
        {
            result.AddError($"{option.Name} is '{text}'; allowed is {string.Join(", ", allowed.SkipLast(1))} or {allowed[^1]}.");
        }
    });
}
