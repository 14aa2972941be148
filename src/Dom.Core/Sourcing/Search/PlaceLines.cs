namespace Dom.Core.Sourcing.Search;

/// <summary>What amounts of items weigh at places, besides parcels: asked for once each, where amounts are small and there are not too many.</summary>
/// <param name="problem">The problem.</param>
/// <param name="places">The locations, ascending.</param>
internal sealed class PlaceLines(SearchProblem problem, int[] places)
{
    private const int MostKept = 12;
    private const long MostRoom = 1 << 21;
    private const long NotKnown = -1;

    private readonly long[] _known = Empty(problem, places);

    /// <summary>What an amount of an item weighs at a place.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="place">The place.</param>
    /// <param name="amount">How much, 0 or more.</param>
    public Int128 Weight(int item, int place, int amount)
    {
        if (amount == 0)
        {
            return Int128.Zero;
        }

        var items = problem.Items;
        if (items[item].Amount == 1)
        {
            return items[item].CostAt(places[place]);
        }

        if (amount > MostKept || _known.Length == 0)
        {
            return problem.CostAt(item, places[place], amount);
        }

        ref var known = ref _known[(((place * items.Length) + item) * MostKept) + amount - 1];
        if (known == NotKnown)
        {
            known = problem.Costs.LineMinorUnits(items[item].Lines[0], places[place], amount);
        }

        return new Int128((ulong)known, 0);
    }

    private static long[] Empty(SearchProblem problem, int[] places)
    {
        var room = (long)places.Length * problem.Items.Length * MostKept;
        if (room > MostRoom || !Array.Exists(problem.Items, item => item.Amount > 1))
        {
            return [];
        }

        var known = new long[room];
        Array.Fill(known, NotKnown);
        return known;
    }
}
