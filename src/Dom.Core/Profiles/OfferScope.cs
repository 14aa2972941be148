using Dom.Core.Network;

namespace Dom.Core.Profiles;

/// <summary>Which offers are meant: by how the goods reach the customer, by the kind of the location, by both, or all.</summary>
public record OfferScope
{
    /// <summary>The delivery mode; none means any.</summary>
    public DeliveryMode? Mode { get; init; }

    /// <summary>The kind of the location; none means any.</summary>
    public LocationType? Type { get; init; }

    /// <summary>How particular it is about an offer: 0 for all, 1 by kind, 2 by mode, 3 by both; none where the offer is not meant.</summary>
    /// <param name="mode">How the goods reach the customer.</param>
    /// <param name="type">The kind of the location; none where the location is not known any more.</param>
    public int? Match(DeliveryMode mode, LocationType? type) =>
        (Mode is { } wanted && wanted != mode) || (Type is { } kind && kind != type)
            ? null
            : (Mode is null ? 0 : 2) + (Type is null ? 0 : 1);
}
