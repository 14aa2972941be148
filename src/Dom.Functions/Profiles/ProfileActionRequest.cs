using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dom.Core;

namespace Dom.Functions.Profiles;

/// <summary>What an operator sends with an action on a profile.</summary>
public sealed record ProfileActionRequest
{
    /// <summary>The operator's mark of the request: a repeat with the same mark does nothing more.</summary>
    public string? RequestId { get; init; }

    /// <summary>Who does it; the name of the key where it is left out.</summary>
    public string? By { get; init; }

    /// <summary>Why.</summary>
    public string? Note { get; init; }

    /// <summary>First day of the new version. Left out for a publication, the draft's; for a rollback, today's.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the new version. Left out for a publication, the draft's; for a rollback, none.</summary>
    public DateOnly? To { get; init; }

    /// <summary>For a rollback, the version whose content is published again.</summary>
    public int? Version { get; init; }

    /// <summary>What was sent besides. Unlike in messages that is a fault: with a mistyped <c>from</c> a version would be in force at once.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }

    /// <summary>What is wrong with it, as far as it can be said without the profile.</summary>
    public ImmutableArray<Fault> Faults() =>
    [
        .. Printable("requestId", RequestId),
        .. Printable("by", By),
        .. (Others ?? ImmutableDictionary<string, JsonElement>.Empty).Select(other => new Fault(
            Shown(other.Key), Shown(other.Value.GetRawText()), "nothing of this name; known are requestId, by, note, from, to and version")),
        .. Version < 1 ? new Fault[] { new("version", FormattableString.Invariant($"{Version}"), "1 or more") } : [],
    ];

    private static Fault[] Printable(string field, string? text) =>
        text is null || Identifier.IsPrintable(text) ? [] : [new Fault(field, Shown(text), Identifier.PrintableRule)];

    private static string Shown(string text) => text[..Math.Min(text.Length, 100)];
}
