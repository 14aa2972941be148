using System.Globalization;
using Dom.LocalHost.Demo.Stores;

namespace Dom.LocalHost.Demo.Live;

/// <summary>Says in words what stores do and how much.</summary>
internal static class DemoWords
{
    /// <summary>A number of lines.</summary>
    /// <param name="count">How many.</param>
    public static string Lines(int count) => count == 1 ? "1 line" : string.Create(CultureInfo.InvariantCulture, $"{count} lines");

    /// <summary>What a store did.</summary>
    /// <param name="turn">Its action.</param>
    public static string Of(StoreTurn turn) => (turn.Verb, turn.Request) switch
    {
        ("accept", { Lines: not null, Reason: { } reason }) => $"Accepted in part: {reason}.",
        ("accept", _) => "Accepted.",
        ("reject", { Reason: { } reason }) => $"Rejected: {reason}.",
        ("pick", { Lines: not null, Reason: { } reason }) => $"Picked short: {reason}.",
        ("pick", _) => "Picked.",
        ("pack", _) => "Packed.",
        ("ship", { Tracking: { } tracking }) => $"Shipped as {tracking}.",
        ("ready", _) => "Ready for the customer.",
        ("collect", _) => "Collected.",
        _ => $"Did '{turn.Verb}'.",
    };
}
