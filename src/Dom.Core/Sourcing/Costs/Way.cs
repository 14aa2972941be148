using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;

namespace Dom.Core.Sourcing.Costs;

/// <summary>The lines that travel one way, with what one unit of each weighs and the room that it takes.</summary>
internal sealed class Way
{
    /// <summary>Gathers the lines of a way.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="number">Number of the way.</param>
    /// <exception cref="OverflowException">All units together weigh, or take, more than 64 bits hold.</exception>
    public Way(Screening screening, int number)
    {
        var request = screening.Request;
        Lines = [.. Enumerable.Range(0, request.Lines.Length).Where(line => screening.WayOfLine[line] == number)];
        var first = request.Lines[Lines[0]];
        Mode = first.Mode;
        Kind = request.Profile.Delivery.Of(Mode).Kind;
        Store = Kind == DeliveryKind.ShipToStore && first.PickupLocationId is { } store ? screening.IndexOf(store) : -1;
        UnitGrams = new int[Lines.Length];
        UnitCubicMillimetres = new long[Lines.Length];
        for (var at = 0; at < Lines.Length; at++)
        {
            var line = request.Lines[Lines[at]];
            var product = request.Products.GetValueOrDefault(line.Sku);
            UnitGrams[at] = line.UnitGrams > 0 ? line.UnitGrams : product?.UnitGrams ?? 0;
            UnitCubicMillimetres[at] = product?.Size?.CubicMillimetres ?? 0;
            MostGrams += (long)UnitGrams[at] * line.Quantity;
            MostCubicMillimetres += UnitCubicMillimetres[at] * line.Quantity;
        }

        LeastGrams = UnitGrams.Min();
        LeastCubicMillimetres = UnitCubicMillimetres.Min();
    }

    /// <summary>The mode.</summary>
    public DeliveryMode Mode { get; }

    /// <summary>What the mode does.</summary>
    public DeliveryKind Kind { get; }

    /// <summary>Index of the store that it is sent to; negative where it is sent to no store of the network.</summary>
    public int Store { get; }

    /// <summary>Indexes of the lines, ascending, at least one.</summary>
    public int[] Lines { get; }

    /// <summary>Weight of one unit of each of them, grams: what the order line says, else the product.</summary>
    public int[] UnitGrams { get; }

    /// <summary>Room of one unit of each of them; 0 where it is not known.</summary>
    public long[] UnitCubicMillimetres { get; }

    /// <summary>Weight of the lightest unit: no parcel weighs less.</summary>
    public long LeastGrams { get; }

    /// <summary>Weight of all units: no parcel weighs more.</summary>
    public long MostGrams { get; }

    /// <summary>Room of the smallest unit.</summary>
    public long LeastCubicMillimetres { get; }

    /// <summary>Room of all units.</summary>
    public long MostCubicMillimetres { get; }

    /// <summary>Whether a location sends anything by it: nothing is sent that is collected there.</summary>
    /// <param name="location">Index of the location.</param>
    public bool IsSentFrom(int location) => Kind != DeliveryKind.Pickup && location != Store;
}
