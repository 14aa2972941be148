namespace Dom.Core.Sourcing.Search;

// What the values tell a search.
internal sealed partial class ItemValues
{
    /// <summary>What a unit left unassigned counts for at most, by item, steps of the scale.</summary>
    public ReadOnlySpan<long> Caps => _caps;

    /// <summary>The locations that could give anything, ascending.</summary>
    public ReadOnlySpan<int> Locations => All;

    /// <summary>Reads what a location could give by the lines that are best at the values.</summary>
    /// <param name="location">Index of the location.</param>
    /// <param name="unit">Gets what one of each item's amount costs there, with its share of a parcel; untouched for items that it could not give.</param>
    /// <param name="once">Gets what giving any of each item costs there besides.</param>
    /// <param name="room">Gets the most of each item that it could give.</param>
    /// <returns>What opening it costs, with the parcels of all ways that it could send.</returns>
    public long Read(int location, Span<long> unit, Span<long> once, Span<int> room)
    {
        var rent = _openOf[location];
        for (var row = location * _problem.WayCount; row < (location + 1) * _problem.WayCount; row++)
        {
            if (_rowStart[row] == _rowStart[row + 1])
            {
                continue;
            }

            rent += _base[row] + _intercepts[_lineAt[row] + _line[row]];
            for (var entry = _rowStart[row]; entry < _rowStart[row + 1]; entry++)
            {
                var item = _item[entry];
                unit[item] = _rate[entry] + _climbs[_climbAt[row] + (_line[row] * _items) + item];
                (once[item], room[item]) = (_extra[entry], _room[entry]);
            }
        }

        return rent;
    }

    /// <summary>Finds the locations that serve items best: the few that earn most of all, and those that serve each item best by itself, enough for all of it.</summary>
    /// <param name="most">How many of all.</param>
    /// <param name="perItem">How many of each item.</param>
    /// <returns>The locations, ascending; and those of each item by themselves, the best first.</returns>
    public (int[] Places, int[][] OfItem) Choose(int most, int perItem)
    {
        var byExcess = All.ToArray();
        Array.Sort(Array.ConvertAll(byExcess, location => -_excess[location]), byExcess);
        var chosen = new HashSet<int>(byExcess.Take(most));
        var alone = RankAlone(perItem);
        foreach (var locations in alone)
        {
            chosen.UnionWith(locations);
        }

        return ([.. chosen.Order()], alone);
    }

    private int[][] RankAlone(int perItem)
    {
        var ranks = new List<(long Key, int Location, int Room)>[_items];
        for (var item = 0; item < _items; item++)
        {
            ranks[item] = [];
        }

        foreach (var location in All)
        {
            for (var row = location * _problem.WayCount; row < (location + 1) * _problem.WayCount; row++)
            {
                for (var entry = _rowStart[row]; entry < _rowStart[row + 1]; entry++)
                {
                    var item = _item[entry];
                    var unit = Math.Min(_rate[entry] + _climbs[_climbAt[row] + (_line[row] * _items) + item], _caps[item] + 1) - _best[item];
                    ranks[item].Add(((unit * _room[entry]) + _extra[entry] + _openOf[location] + _base[row] + _intercepts[_lineAt[row] + _line[row]], location, _room[entry]));
                }
            }
        }

        return [.. ranks.Select((rank, item) => Enough(rank, _amounts[item], perItem))];
    }

    private static int[] Enough(List<(long Key, int Location, int Room)> ranks, int amount, int perItem)
    {
        ranks.Sort();
        var (count, room) = (0, 0L);
        while (count < ranks.Count && (count < perItem || (room < amount && count < 4 * perItem)))
        {
            room += ranks[count++].Room;
        }

        return [.. ranks.Take(count).Select(rank => rank.Location)];
    }
}
