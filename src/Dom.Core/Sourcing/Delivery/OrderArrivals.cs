using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Sourcing.Delivery;

/// <summary>When the lines of an order arrive from each location. They travel the metres on the ground, whatever a local radius lets those count for.</summary>
/// <param name="columns">The request.</param>
internal sealed class OrderArrivals(RequestColumns columns) : IArrivals
{
    private readonly Dictionary<DeliveryMode, Arrivals> _ofMode = [];
    private readonly Arrivals?[] _ofLine = new Arrivals?[columns.Request.Lines.Length];

    /// <inheritdoc/>
    public Arrival Of(int line, int location)
    {
        var (way, arrivals) = (columns.WayOfLine[line], _ofLine[line] ??= OfMode(columns.Request.Lines[line].Mode));
        var store = columns.Kinds[line] == DeliveryKind.ShipToStore ? columns.StoreOf(line) : Arrivals.NoStore;
        return arrivals.Of(location, way == Screening.Nowhere ? -1 : columns.Metres(way)[location], store);
    }

    private Arrivals OfMode(DeliveryMode mode)
    {
        if (!_ofMode.TryGetValue(mode, out var arrivals))
        {
            arrivals = new Arrivals(columns.Request.At, columns.Request.Profile.Delivery.Of(mode), columns.Network.Locations, columns.Network.OpeningOfLocation);
            _ofMode.Add(mode, arrivals);
        }

        return arrivals;
    }
}
