namespace Dom.LocalHost.Durable;

/// <summary>How long payloads may be, so that an instance's row and an episode's transaction fit Table Storage's limits.</summary>
internal static class PayloadLimits
{
    /// <summary>Characters of one input, output, result or event as JSON: 400 KB of an entity's 1 MiB.</summary>
    public const int PayloadChars = 200_000;

    /// <summary>Characters of a custom status as JSON. Source: Durable Functions documentation, "Custom status": 16 KB of UTF-16.</summary>
    public const int CustomStatusChars = 8_192;

    /// <summary>Characters that one episode may add to the history: a transaction's 4 MiB, with room for escapes.</summary>
    public const int EpisodeChars = 1_500_000;

    /// <summary>Throws when a payload is too long.</summary>
    /// <param name="json">The payload.</param>
    /// <param name="what">What it is, such as "The input of activity 'Ship'".</param>
    /// <exception cref="OrchestrationRuleException">It is too long.</exception>
    public static string? Check(string? json, string what) => json is { Length: > PayloadChars }
        ? throw new OrchestrationRuleException(
            $"{what} is {json.Length} characters of JSON; at most {PayloadChars} are stored. Keep large data in storage and pass its id.")
        : json;
}
