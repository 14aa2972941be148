using System.Collections.Immutable;
using Dom.Core.Network;

namespace Dom.Core.Solving;

/// <summary>
/// Orders, and what could fulfil them, as columns of integers: one order, a wave of them, or a whole horizon. Money is in minor units of one
/// currency, weight in grams, distance in kilometres. Everything is known by its index in its columns. Nothing changes a problem once it is built.
/// </summary>
/// <remarks>
/// A parcel is all that one location sends for one order by one mode. A plan costs: per parcel, its location's cost and its rate; per unit
/// assigned, its location's cost; per unit unassigned, <see cref="UnfilledUnitCost"/>; per candidate used, its own cost.
/// </remarks>
public sealed class SourcingProblem
{
    /// <summary>Most delivery modes of a problem: a location's modes are bits of 64.</summary>
    public const int MaxModes = 64;

    /// <summary>The locations.</summary>
    public required LocationColumns Locations { get; init; }

    /// <summary>Units available, by SKU and location.</summary>
    public required StockColumns Stock { get; init; }

    /// <summary>The orders.</summary>
    public required OrderColumns Orders { get; init; }

    /// <summary>The orders' lines.</summary>
    public required LineColumns Lines { get; init; }

    /// <summary>The delivery modes, at most <see cref="MaxModes"/>, each with the rates of its parcels.</summary>
    public required ImmutableArray<ModeRates> Modes { get; init; }

    /// <summary>What each unit left unassigned costs, 0 or more.</summary>
    public required int UnfilledUnitCost { get; init; }

    /// <summary>The only candidates of each line, with costs of their own; none where every location with stock is a candidate.</summary>
    public CandidateColumns? Candidates { get; init; }

    /// <summary>How many locations there are.</summary>
    public int LocationCount => Locations.Ids.Length;

    /// <summary>How many orders there are.</summary>
    public int OrderCount => Orders.Ids.Length;

    /// <summary>How many lines the orders have together.</summary>
    public int LineCount => Lines.Ids.Length;

    /// <summary>The distance from a location to an order's destination, in kilometres.</summary>
    /// <param name="location">The location.</param>
    /// <param name="order">The order.</param>
    public double Kilometres(int location, int order) => GreatCircle.Kilometres(
        Locations.Latitude[location], Locations.Longitude[location], Orders.Latitude[order], Orders.Longitude[order]);

    /// <summary>What a location costs as a line's candidate; 0 where lines have no candidates of their own, null where it is not one of them.</summary>
    /// <param name="line">The line.</param>
    /// <param name="location">The location.</param>
    public int? CandidateCost(int line, int location)
    {
        if (Candidates is not { } candidates)
        {
            return 0;
        }

        var (start, end) = (candidates.LineStart[line], candidates.LineStart[line + 1]);
        var found = Array.BinarySearch(candidates.Location, start, end - start, location);
        return found < 0 ? null : candidates.Cost[found];
    }

    /// <summary>The same problem with other stock.</summary>
    /// <param name="stock">The stock; its SKUs are the problem's, in their order.</param>
    public SourcingProblem WithStock(StockColumns stock) => new()
    {
        Locations = Locations,
        Stock = stock,
        Orders = Orders,
        Lines = Lines,
        Modes = Modes,
        UnfilledUnitCost = UnfilledUnitCost,
        Candidates = Candidates,
    };
}
