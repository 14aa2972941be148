namespace Dom.Core.Solving;

/// <summary>
/// Prices that prove a lower bound. Charge each order, besides the costs, a location's price once per location that serves it, and a slot's price
/// per unit taken from it; let each order choose what is cheapest by itself, without regard to what the others take. The sum over the orders, less
/// location prices × the orders that locations may take, less slot prices × available units, is a cost that no plan can be below.
/// </summary>
/// <remarks>
/// <para>Source: Lagrangian relaxation, A. M. Geoffrion, "Lagrangean relaxation for integer programming", Mathematical Programming Study 2 (1974).</para>
/// <para>
/// An order's states are the amounts that may be assigned of its lines: 0 or all of a line, 0, 1, … all of a splittable one. An order of at most
/// <see cref="MaxStates"/> states chooses exactly (though it may use a location twice, as if it were two). The part of a larger one is relaxed:
/// each of its lines gives a value v to each of its units, and its part is Σ units × v, less the sum of the K greatest positive excesses of
/// locations, K being the locations that it may use. The excess of a location is Σ over modes max(0, Σ over the mode's lines that it may serve of
/// max(0, min(units, available) × (v − unit cost − slot price − ⌊slope × grams of a unit⌋) − the candidate's own cost), less the parcel cost and the
/// intercept), less the location's price. Slope and intercept are those of a line that lies below the mode's rates up to the weight of all the order's units of that
/// mode: of the lower convex hull of the points (the greatest weight of a band, or all that weight if it is less; its rate), the steepest edge
/// whose intercept is not negative and whose slope is positive; where there is none, slope 0 and the least rate.
/// </para>
/// </remarks>
public sealed class PriceCertificate
{
    /// <summary>Most states of an order that is solved exactly by itself: 8 lines that are not splittable.</summary>
    public const int MaxStates = 256;

    /// <summary>Price units in a minor unit, 1 or more.</summary>
    public required int UnitsPerMinorUnit { get; init; }

    /// <summary>Price of an order's use of each location, in price units, 0 or more; 0 where the location has no limit.</summary>
    public required int[] LocationPrice { get; init; }

    /// <summary>The slots of <see cref="StockColumns"/> that have a price, ascending.</summary>
    public required int[] Slot { get; init; }

    /// <summary>Price of a unit from each of them, in price units, above 0.</summary>
    public required int[] SlotPrice { get; init; }

    /// <summary>The orders whose part of the bound is relaxed, ascending: those that are too large to be solved by themselves exactly.</summary>
    public required int[] RelaxedOrder { get; init; }

    /// <summary>
    /// For each line of each relaxed order in turn, what one of its units is worth, in price units, from 0 to what a unit left unassigned costs.
    /// </summary>
    public required int[] RelaxedUnitValue { get; init; }
}
