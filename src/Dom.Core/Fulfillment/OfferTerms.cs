using Dom.Core.Network;
using Dom.Core.Profiles;

namespace Dom.Core.Fulfillment;

/// <summary>How long a location has for an offer, in its working time.</summary>
public sealed record OfferTerms
{
    /// <summary>Until when it must answer, UTC.</summary>
    public required DateTimeOffset AcceptBy { get; init; }

    /// <summary>When it is warned that its time runs out, UTC; none where it is not.</summary>
    public DateTimeOffset? WarnAt { get; init; }

    /// <summary>Whether its time ends early, because it closes for the day.</summary>
    public bool EndsAtClosing { get; init; }

    /// <summary>Whether the offer is accepted by itself: nobody is asked.</summary>
    public bool IsAutoAccepted { get; init; }

    /// <summary>The terms of an offer.</summary>
    /// <param name="policy">The policy that the shipment was planned with.</param>
    /// <param name="mode">How the goods reach the customer.</param>
    /// <param name="location">The location; none where it is not known any more: then time runs around the clock.</param>
    /// <param name="at">When it is asked.</param>
    public static OfferTerms Of(AcceptancePolicy policy, DeliveryMode mode, Location? location, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.AcceptsByItself(mode, location?.Type))
        {
            return new OfferTerms { AcceptBy = at, IsAutoAccepted = true };
        }

        var (calendar, zone) = (location?.Calendar, location?.TimeZone ?? "UTC");
        var time = policy.TimeFor(mode, location?.Type);

        // A calendar that never opens sets no deadline: then plain time runs, so that the order does not wait forever.
        if (WorkingTime.AddWorkingTime(at, time, calendar, zone) is not { } deadline)
        {
            return new OfferTerms { AcceptBy = at + time, WarnAt = policy.WarnBefore is { } before ? Later(at, at + time - before) : null };
        }

        var closing = policy.ExpiresAtClosing ? WorkingTime.ClosingBetween(at, deadline, calendar, zone) : null;
        var has = closing is { } end ? WorkingTime.Between(at, end, calendar, zone) : time;
        return new OfferTerms
        {
            AcceptBy = closing ?? deadline,
            WarnAt = policy.WarnBefore is { } warning ? WorkingTime.AddWorkingTime(at, has > warning ? has - warning : TimeSpan.Zero, calendar, zone) : null,
            EndsAtClosing = closing is not null,
        };
    }

    /// <summary>
    /// Whether a location may be offered something now: where the policy wants it to have its whole time before it closes for the day, whether it
    /// has that. One that is closed has the next day on which it opens.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="mode">How the goods would reach the customer.</param>
    /// <param name="location">The location.</param>
    /// <param name="at">When it would be asked.</param>
    public static bool MayBeOffered(AcceptancePolicy policy, DeliveryMode mode, Location location, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(location);
        return !policy.NeedsFullTime
            || location.Calendar is null
            || policy.AcceptsByItself(mode, location.Type)
            || (WorkingTime.AddWorkingTime(at, policy.TimeFor(mode, location.Type), location.Calendar, location.TimeZone) is { } deadline
                && WorkingTime.ClosingBetween(at, deadline, location.Calendar, location.TimeZone) is null);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
