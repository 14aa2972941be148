using System.Collections.Immutable;
using Dom.Core.Network;

namespace Dom.Core.Profiles;

/// <summary>Which order lines a profile decides.</summary>
public sealed record ProfileScope
{
    /// <summary>The channels; none named means all.</summary>
    public ImmutableArray<string> Channels { get; init; } = [];

    /// <summary>The delivery modes; none named means all.</summary>
    public ImmutableArray<DeliveryMode> Modes { get; init; } = [];

    /// <summary>Whether a line is in scope.</summary>
    /// <param name="channel">The order's channel.</param>
    /// <param name="mode">The line's delivery mode.</param>
    public bool Covers(string channel, DeliveryMode mode) =>
        (Channels.IsEmpty || Channels.Contains(channel)) && (Modes.IsEmpty || Modes.Contains(mode));
}
