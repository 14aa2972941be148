using Dom.Core.Network;

namespace Dom.Core.Sourcing.WhatIf;

/// <summary>What one location takes of a plan, seen by itself: how the plan's weight would change if it lay nearer and nothing else changed.</summary>
internal sealed class LonePart
{
    private readonly SourcingRequest _alone;
    private readonly LocationId _locationId;
    private readonly (long MinorUnits, int Locations, long Metres) _others;

    /// <summary>Takes the part out of its plan.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="plan">A plan in which the location takes something.</param>
    /// <param name="locationId">The location.</param>
    public LonePart(SourcingRequest request, Sketch plan, LocationId locationId)
    {
        var location = plan.Sourced.Screening.IndexOf(locationId);
        _locationId = locationId;
        _alone = request with
        {
            Network = [.. request.Network.Where(place => place.LocationId == locationId)],
            Lines = [.. request.Lines.Select((line, at) => line with { Quantity = plan.UnitsAt(at, location) }).Where(line => line.Quantity > 0)],
        };
        var (all, own) = (plan.Weight(), Sketch.Of(_alone).Weight());
        _others = (all.MinorUnits - own.MinorUnits, all.Locations - own.Locations, all.Metres - own.Metres);
    }

    /// <summary>The weight of the plan with the location nearer.</summary>
    /// <param name="metres">How much nearer.</param>
    public (long MinorUnits, int Locations, long Metres) WeightNearer(int metres)
    {
        var own = Sketch.Of(ChangedRequest.Of(_alone, new Change.Nearer(_locationId, metres))).Weight();
        return (_others.MinorUnits + own.MinorUnits, _others.Locations + own.Locations, _others.Metres + own.Metres);
    }
}
