using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Dom.Core.Sourcing;

namespace Dom.Core.Fulfillment;

/// <summary>Why a line cannot proceed by itself.</summary>
/// <param name="Type">Its kind, as a word: <c>noStock</c>, <c>unknownSku</c>, <c>noEligibleLocation</c>, <c>limitedByOrder</c>, <c>noProfile</c>, <c>excluded</c> or <c>maximumRejects</c>.</param>
/// <param name="Sentence">What blocks it, for people.</param>
/// <param name="Wakes">Whether it is sourced again once a location may serve it: stock came, or a place, or the location, the product or a profile changed.</param>
[SuppressMessage("Naming", "CA1711", Justification = "The field calls it an exception: a line that cannot proceed by itself.")]
public sealed record LineException(string Type, string Sentence, bool Wakes)
{
    /// <summary>The exception of a line that sourcing left unassigned.</summary>
    /// <param name="line">The line and why.</param>
    public static LineException Of(UnassignedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new(
            JsonNamingPolicy.CamelCase.ConvertName(line.Reason.ToString()),
            line.Sentence,
            Wakes: true);
    }

    /// <summary>The exception of a line that was refused too often.</summary>
    /// <param name="refusals">How often it was refused.</param>
    public static LineException MaximumRejects(int refusals) =>
        new("maximumRejects", $"Refused {refusals} times, which is the most that the profile allows: an operator decides.", Wakes: false);
}
