using System.Collections.Immutable;
using Dom.Core.Network;

namespace Dom.Core.Profiles.Delivery;

/// <summary>How goods get to the customer by each mode, when they are there, and which locations may send or hand over.</summary>
public sealed record DeliveryPolicy
{
    /// <summary>The modes. One that is not here is sent to the destination, unless it is <c>pickup</c> or <c>shipToStore</c>, and nothing is known of when it arrives.</summary>
    public ImmutableArray<ModeDelivery> Modes { get; init; } = [];

    /// <summary>The location groups that fulfil by this profile; none named means every location.</summary>
    public ImmutableArray<GroupUse> Groups { get; init; } = [];

    /// <summary>What is set for a mode; for one that is not here, what holds by itself.</summary>
    /// <param name="mode">The mode.</param>
    public ModeDelivery Of(DeliveryMode mode) => Modes.FirstOrDefault(known => known.Mode == mode) ?? ModeDelivery.Default(mode);
}

/// <summary>What a location group does for a profile.</summary>
/// <param name="Group">The group.</param>
/// <param name="Ships">Whether its members send.</param>
/// <param name="HandsOver">Whether customers collect at its members.</param>
public readonly record struct GroupUse(string Group, bool Ships, bool HandsOver);
