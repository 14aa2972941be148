using Dom.Core.Fulfillment;
using Dom.Core.Network;

namespace Dom.Core.Sourcing;

/// <summary>Which locations have their whole time to accept before they close for the day. Calendars are walked once for locations that open and close alike.</summary>
/// <param name="request">The request.</param>
/// <param name="network">Its network.</param>
internal sealed class FullTimes(SourcingRequest request, NetworkColumns network)
{
    private readonly Dictionary<DeliveryMode, bool[]> _ofMode = [];

    /// <summary>By location: whether it has it; none where the acceptance policy does not ask for it.</summary>
    /// <param name="mode">How the goods would reach the customer.</param>
    public bool[]? Of(DeliveryMode mode)
    {
        if (!request.Profile.Acceptance.NeedsFullTime)
        {
            return null;
        }

        if (!_ofMode.TryGetValue(mode, out var has))
        {
            has = Ask(mode);
            _ofMode.Add(mode, has);
        }

        return has;
    }

    private bool[] Ask(DeliveryMode mode)
    {
        var openings = network.OpeningOfLocation;
        var (has, known) = (new bool[openings.Length], new bool?[openings.Length]);
        for (var location = 0; location < has.Length; location++)
        {
            has[location] = known[openings[location]] ??= OfferTerms.MayBeOffered(request.Profile.Acceptance, mode, network.Locations[location], request.At);
        }

        return has;
    }
}
