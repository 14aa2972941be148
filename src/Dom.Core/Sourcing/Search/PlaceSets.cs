namespace Dom.Core.Sourcing.Search;

/// <summary>
/// Looks for sets of locations that could serve an order cheaply together: what each would cost is estimated by straight lines below what parcels cost. From
/// several first sets it adds one location, drops one or exchanges one for another as long as the estimate falls.
/// </summary>
internal sealed class PlaceSets
{
    private const int MostSteps = 40;
    private const int MostForExchange = 10;
    private const int MostForWideExchange = 4;
    private const int MostPlacesForExchange = 160;
    private const int Pairs = 6;
    private const int MostSingles = 4_000;

    private readonly int _items;
    private readonly int _places;
    private readonly int _most;
    private readonly long[] _served;
    private readonly long[] _unserved;
    private readonly long[] _rents;
    private readonly long[] _first;
    private readonly long[] _second;
    private readonly int[] _firstAt;

    /// <summary>Estimates what places could give.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="places">The locations, ascending.</param>
    /// <param name="values">What items are worth.</param>
    public PlaceSets(SearchProblem problem, int[] places, ItemValues values)
    {
        (_items, _places) = (problem.Items.Length, places.Length);
        _most = Math.Min(_places, problem.MaxLocations ?? int.MaxValue);
        (_served, _rents) = (new long[_places * _items], new long[_places]);
        (_unserved, _first, _second, _firstAt) = (new long[_items], new long[_items], new long[_items], new int[_items]);
        Units = new long[_places * _items];
        Estimate(problem, places, values);
    }

    /// <summary>What one of an item's amount costs at a place with its share of the parcel, at place × items + item; the greatest number where it has none.</summary>
    public long[] Units { get; }

    /// <summary>What opening a place costs, with parcels of all ways.</summary>
    /// <param name="place">The place.</param>
    public long Rent(int place) => _rents[place];

    /// <summary>Sets that no single step makes cheaper, by the estimate, the cheapest first.</summary>
    public List<int[]> Find()
    {
        var found = new List<(long Estimate, int[] Set)>();
        foreach (var start in FirstSets())
        {
            var (estimate, set) = Descend([.. start]);
            if (set.Length > 0 && !found.Exists(other => other.Set.AsSpan().SequenceEqual(set)))
            {
                found.Add((estimate, set));
            }
        }

        return [.. found.OrderBy(set => set.Estimate).Select(set => set.Set)];
    }

    private void Estimate(SearchProblem problem, int[] places, ItemValues values)
    {
        Array.Fill(Units, long.MaxValue);
        var (once, room, least) = (new long[_places * _items], new int[_places * _items], new long[_items]);
        values.Caps.CopyTo(least);
        for (var place = 0; place < _places; place++)
        {
            var at = place * _items;
            _rents[place] = values.Read(places[place], Units.AsSpan(at, _items), once.AsSpan(at, _items), room.AsSpan(at, _items));
            for (var item = 0; item < _items; item++)
            {
                // What costs more than leaving it is not to be told apart: sums of it would grow beyond all bounds.
                Units[at + item] = room[at + item] == 0 ? long.MaxValue : Math.Min(Units[at + item], values.Caps[item] + 1);
                least[item] = problem.MaxLocations is null ? Math.Min(least[item], Units[at + item]) : least[item];
            }
        }

        for (var item = 0; item < _items; item++)
        {
            _unserved[item] = values.Caps[item] * problem.Items[item].Amount;
            for (var at = item; at < _served.Length; at += _items)
            {
                _served[at] = room[at] == 0 ? _unserved[item]
                    : Math.Min(_unserved[item], (room[at] * Units[at]) + once[at] + ((problem.Items[item].Amount - room[at]) * least[item]));
            }
        }
    }

    // Pairs are what no search finds that adds one location at a time, if neither is good for much alone.
    private List<int[]> FirstSets()
    {
        var pairs = new List<(long Estimate, int One, int Other)>();
        for (var one = 0; one < _places && _most > 1; one++)
        {
            for (var other = 0; other < one && _places <= MostPlacesForExchange; other++)
            {
                var estimate = _rents[one] + _rents[other];
                for (var item = 0; item < _items; item++)
                {
                    estimate += Math.Min(_served[(one * _items) + item], _served[(other * _items) + item]);
                }

                if (pairs.Count < Pairs || estimate < pairs[^1].Estimate)
                {
                    pairs.Add((estimate, one, other));
                    pairs.Sort();
                    pairs.RemoveRange(Math.Min(Pairs, pairs.Count), Math.Max(0, pairs.Count - Pairs));
                }
            }
        }

        return [[], .. pairs.Select(pair => new[] { pair.One, pair.Other }), .. _places <= MostPlacesForExchange ? [] : FirstSingles()];
    }

    private int[][] FirstSingles() =>
        [.. Enumerable.Range(0, _places).Select(place => (Estimate: Rank([place]), Place: place)).Order().Take(Math.Clamp(MostSingles / _places, 4, 8)).Select(at => new[] { at.Place })];

    private (long Estimate, int[] Set) Descend(List<int> set)
    {
        var now = Rank(set);
        for (var step = 0; step < MostSteps; step++)
        {
            var (best, without, with) = (now, -1, -1);
            for (var next = 0; next < _places; next++)
            {
                if (set.Contains(next))
                {
                    continue;
                }

                Try(set.Count < _most, -1, next);
                for (var at = 0; at < set.Count && set.Count <= (_places <= MostPlacesForExchange ? MostForExchange : MostForWideExchange); at++)
                {
                    Try(true, set[at], next);
                }
            }

            for (var at = 0; at < set.Count; at++)
            {
                Try(true, set[at], -1);
            }

            if (best >= now)
            {
                break;
            }

            set.Remove(without);
            set.AddRange(with >= 0 ? [with] : []);
            now = Rank(set);

            void Try(bool isAllowed, int outgoing, int incoming)
            {
                if (isAllowed && EstimateOf(set, outgoing, incoming, best) is var estimate && estimate < best)
                {
                    (best, without, with) = (estimate, outgoing, incoming);
                }
            }
        }

        set.Sort();
        return (now, [.. set]);
    }

    private long EstimateOf(List<int> set, int without, int with, long most)
    {
        unchecked
        {
            var sum = (with < 0 ? 0 : _rents[with]) - (without < 0 ? 0 : _rents[without]);
            foreach (var place in set)
            {
                sum += _rents[place];
            }

            var row = with < 0 ? _unserved : _served.AsSpan(with * _items, _items);
            for (var item = 0; item < _items && sum < most; item++)
            {
                sum += Math.Min(row[item], _firstAt[item] == without && without >= 0 ? _second[item] : _first[item]);
            }

            return sum;
        }
    }

    // What each item costs at the two places of the set that serve it cheapest, and all of it together.
    private long Rank(List<int> set)
    {
        var sum = 0L;
        for (var item = 0; item < _items; item++)
        {
            (_first[item], _second[item], _firstAt[item]) = (_unserved[item], _unserved[item], -1);
        }

        foreach (var place in set)
        {
            sum += _rents[place];
            for (var item = 0; item < _items; item++)
            {
                var served = _served[(place * _items) + item];
                if (served < _first[item])
                {
                    (_first[item], _second[item], _firstAt[item]) = (served, _first[item], place);
                }
                else
                {
                    _second[item] = Math.Min(_second[item], served);
                }
            }
        }

        return sum + _first.Sum();
    }
}
