using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;

namespace Dom.Core.Sourcing.Delivery;

/// <summary>
/// When goods arrive by one mode if locations are asked at one moment. What a location does depends on how it opens and closes alone, and what the
/// carrier does on the day that goods leave and how long they travel: each is worked out once.
/// </summary>
/// <param name="at">The moment at which locations are asked.</param>
/// <param name="mode">What the profile sets for the mode.</param>
/// <param name="locations">The locations; they are known by index.</param>
/// <param name="openings">Their numbers by <see cref="Openings"/>.</param>
internal sealed class Arrivals(DateTimeOffset at, ModeDelivery mode, Location[] locations, int[] openings)
{
    /// <summary>Stands for no store where the customer collects.</summary>
    public const int NoStore = -1;

    private readonly ReadyDays _readyDays = new(at, mode.Handling, mode.CutOff);
    private readonly CarrierDays _carrierDays = new(mode);
    private readonly DistanceBands _transit = new(mode.Transit.Select(zone => zone.MaxKm));
    private readonly Dictionary<(DateOnly Arrives, int Store), DateOnly?> _shelved = [];

    /// <summary>When a location would have goods where the customer gets them.</summary>
    /// <param name="location">Index of the location that sends them or hands them over.</param>
    /// <param name="metres">How far they go, negative where that is not known; counts where they travel.</param>
    /// <param name="store">Index of the store where the customer collects what is sent there; <see cref="NoStore"/> where there is none.</param>
    public Arrival Of(int location, int metres, int store = NoStore)
    {
        if (mode.Kind == DeliveryKind.Pickup || (mode.Kind == DeliveryKind.ShipToStore && location == store))
        {
            return Arrival.On(_readyDays.Of(locations[location], openings[location]));
        }

        if (mode.Transit.IsEmpty || metres < 0 || (mode.Kind == DeliveryKind.ShipToStore && store < 0))
        {
            return Arrival.Unknown;
        }

        if (_transit.Find(metres) is not (>= 0 and var zone) || _readyDays.Of(locations[location], openings[location]) is not { } leaves)
        {
            return Arrival.Never;
        }

        var arrives = _carrierDays.Arrives(leaves, mode.Transit[zone].Days);
        return Arrival.On(mode.Kind == DeliveryKind.ShipToStore && arrives is { } day ? Shelved(day, store) : arrives);
    }

    private DateOnly? Shelved(DateOnly arrives, int store)
    {
        if (!_shelved.TryGetValue((arrives, store), out var ready))
        {
            ready = ReadyDays.Of(WorkingTime.StartOfDay(arrives, locations[store].TimeZone), mode.StoreHandling, locations[store]);
            _shelved.Add((arrives, store), ready);
        }

        return ready;
    }
}
