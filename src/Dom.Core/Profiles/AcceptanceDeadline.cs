namespace Dom.Core.Profiles;

/// <summary>How long a location may think about some offers. The most particular of a profile's deadlines holds; of equals, the shortest.</summary>
public sealed record AcceptanceDeadline : OfferScope
{
    /// <summary>Working time of the location within which it must accept, above 0.</summary>
    public required TimeSpan AcceptWithin { get; init; }
}
