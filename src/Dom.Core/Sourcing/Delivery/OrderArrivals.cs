using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Sourcing.Delivery;

/// <summary>When the lines of an order arrive from each location.</summary>
/// <param name="columns">The request.</param>
internal sealed class OrderArrivals(RequestColumns columns) : IArrivals
{
    private readonly Dictionary<DeliveryMode, Arrivals> _ofMode = [];

    /// <inheritdoc/>
    public DateOnly? Arrives(int line, int location)
    {
        var mode = columns.Request.Lines[line].Mode;
        if (!_ofMode.TryGetValue(mode, out var arrivals))
        {
            arrivals = new Arrivals(columns.Request.At, columns.Request.Profile.Delivery.Of(mode), columns.Network.Locations);
            _ofMode.Add(mode, arrivals);
        }

        var way = columns.WayOfLine[line];
        var store = columns.Kinds[line] == DeliveryKind.ShipToStore ? columns.StoreOf(line) : Arrivals.NoStore;
        return arrivals.Of(location, way == Screening.Nowhere ? -1 : columns.Metres(way)[location], store).Day;
    }
}
