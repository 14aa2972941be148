using Dom.Core.Sourcing.Costs;

namespace Dom.Core.Sourcing.Search;

/// <summary>
/// The amounts that may be fulfilled of a problem's items, numbered with mixed radices: a part is an amount of every item, the first item the least
/// significant. A state is a part and, above it, how many locations each item is taken from whose number of locations is limited.
/// </summary>
internal sealed class StateShape
{
    private readonly SearchProblem _problem;
    private readonly int[] _limitStrides;

    /// <summary>Numbers the parts and states of a problem that <see cref="CountSteps"/> has found small.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="limited">The items whose locations are counted, ascending.</param>
    public StateShape(SearchProblem problem, int[] limited)
    {
        (_problem, Limited) = (problem, limited);
        Strides = new int[problem.Items.Length];
        MostAtOnce = [.. problem.Items.Select(item => item.Rooms is null ? 1 : item.Locations.Max(location => item.Rooms[location]))];
        PartCount = 1;
        for (var item = 0; item < Strides.Length; item++)
        {
            Strides[item] = PartCount;
            PartCount *= problem.Items[item].Amount + 1;
        }

        StateCount = PartCount;
        _limitStrides = new int[limited.Length];
        for (var at = 0; at < limited.Length; at++)
        {
            _limitStrides[at] = StateCount;
            StateCount *= problem.Items[limited[at]].MaxLocations + 1;
        }

        Ways = new ulong[PartCount];
        Left = new Int128[PartCount];
        Values = new long[problem.MinValue > 0 ? PartCount : 0];
        Uses = new int[limited.Length > 0 ? PartCount : 0];
        FillParts();
        Contents = [.. problem.WaysByContents.Select(FindContents)];
    }

    /// <summary>The items whose locations are counted, ascending.</summary>
    public int[] Limited { get; }

    /// <summary>How many items there are.</summary>
    public int ItemCount => Strides.Length;

    /// <summary>How many parts there are, the empty one and the whole order among them.</summary>
    public int PartCount { get; }

    /// <summary>How many states there are. Those of no limited item are the parts.</summary>
    public int StateCount { get; }

    /// <summary>What one of an item's amount adds to a part, by item.</summary>
    public int[] Strides { get; }

    /// <summary>The most of an item that any location could fulfil, by item.</summary>
    public int[] MostAtOnce { get; }

    /// <summary>The ways that a part opens, a bit each.</summary>
    public ulong[] Ways { get; }

    /// <summary>What leaving the rest of the order unassigned weighs, by part.</summary>
    public Int128[] Left { get; }

    /// <summary>What a part's goods are worth, minor units; empty where it does not matter.</summary>
    public long[] Values { get; }

    /// <summary>What a part adds to a state besides its own number, for the items whose locations are counted; empty where none are.</summary>
    public int[] Uses { get; }

    /// <summary>What a part's parcels hold: way of <see cref="SearchProblem.WaysByContents"/>, then part.</summary>
    public ParcelContents[][] Contents { get; }

    /// <summary>How many steps the search takes at least, or infinity where numbers would not do.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="limited">The items whose locations are counted.</param>
    public static double CountSteps(SearchProblem problem, int[] limited)
    {
        var (parts, pairs) = (1.0, 1.0);
        foreach (var item in problem.Items)
        {
            var most = item.Rooms is null ? 1 : item.Locations.Max(location => item.Rooms[location]);
            parts *= item.Amount + 1.0;
            pairs *= most >= item.Amount ? (item.Amount + 1.0) * (item.Amount + 2.0) / 2 : (item.Amount + 1.0) * (most + 1.0);
        }

        var counts = limited.Aggregate(1.0, (product, item) => product * (problem.Items[item].MaxLocations + 1.0));
        return problem.WayCount > 64 || parts * counts > 1 << 20 ? double.PositiveInfinity : (pairs * counts) + (parts * problem.LocationCount);
    }

    /// <summary>How much of an item a part or state has.</summary>
    /// <param name="part">The part or state.</param>
    /// <param name="item">Number of the item.</param>
    public int Amount(int part, int item) => part / Strides[item] % (_problem.Items[item].Amount + 1);

    /// <summary>Writes how much may be taken of each item at once out of a state, each by itself.</summary>
    /// <param name="state">The state.</param>
    /// <param name="most">By item.</param>
    public void FindMost(int state, Span<int> most)
    {
        for (var item = 0; item < Strides.Length; item++)
        {
            most[item] = Math.Min(Amount(state, item), MostAtOnce[item]);
        }

        for (var at = 0; at < Limited.Length; at++)
        {
            if (state / _limitStrides[at] % (_problem.Items[Limited[at]].MaxLocations + 1) == 0)
            {
                most[Limited[at]] = 0;
            }
        }
    }

    private void FillParts()
    {
        for (var part = 0; part < PartCount; part++)
        {
            var left = Int128.Zero;
            for (var item = 0; item < Strides.Length; item++)
            {
                var amount = Amount(part, item);
                left = checked(left + ((_problem.Items[item].Amount - amount) * _problem.Items[item].Gain));
                if (amount == 0)
                {
                    continue;
                }

                foreach (var way in _problem.Items[item].Ways)
                {
                    Ways[part] |= 1UL << way;
                }

                if (Values.Length > 0)
                {
                    Values[part] = checked(Values[part] + (amount * _problem.Items[item].Value));
                }
            }

            Left[part] = left;
            for (var at = 0; at < Limited.Length; at++)
            {
                Uses[part] += Amount(part, Limited[at]) > 0 ? _limitStrides[at] : 0;
            }
        }
    }

    private ParcelContents[] FindContents(int way)
    {
        var contents = new ParcelContents[PartCount];
        var units = new int[_problem.Wanted.Length];
        for (var part = 1; part < PartCount; part++)
        {
            if ((Ways[part] & (1UL << way)) == 0)
            {
                continue;
            }

            Array.Clear(units);

            // Only the lines of the parcel: a kept-together item may travel in several.
            for (var item = 0; item < Strides.Length; item++)
            {
                _problem.AddUnits(item, way, Amount(part, item), units);
            }

            contents[part] = _problem.Costs.Contents(way - 1, units);
        }

        return contents;
    }
}
