namespace Dom.Core.Sourcing.Search;

// Plans to start from.
internal sealed partial class ExchangeSearch
{
    // How many sets are filled, and how many locations are weighed before one of them is opened.
    private const int MostSets = 7;
    private const int MostPromising = 24;

    private List<(Int128 Score, (int Item, int Place, int Amount)[] Parts)> FindStarts()
    {
        var starts = new List<(Int128 Score, (int Item, int Place, int Amount)[] Parts)>();
        foreach (var set in _sets.Find().Take(MostSets))
        {
            Fill(set);
            Add();
        }

        Open(_problem.MaxLocations ?? int.MaxValue);
        Add();
        Place();
        Add();
        if (_problem.MinValue > 0)
        {
            Open(1);
            Add();
        }

        // Those of the same score are mostly the same plan.
        return [.. starts.DistinctBy(start => start.Score).OrderBy(start => start.Score)];

        void Add()
        {
            starts.Add((_plan.Score, Snapshot()));
            Clear();
        }
    }

    // Every item goes to where it is cheapest with its share of a parcel, then to where it is at what parcels really cost.
    private void Fill(int[] set)
    {
        foreach (var item in _sequence)
        {
            foreach (var place in set.OrderBy(place => _sets.Units[(place * _problem.Items.Length) + item]))
            {
                Take(item, place);
            }
        }

        RefillAll();
        _plan.Keep();
        for (var round = 0; round < 3 && MoveParts(isWithinUsed: true); round++)
        {
            // Each round has made it better.
        }
    }

    // As much as goes, where that is not dearer than leaving it.
    private void Take(int item, int place)
    {
        var amount = Math.Min(_plan.Left[item], _plan.Room(item, place));
        for (; amount > 0 && _plan.MayGive(item, place, -1, 0); amount /= 2)
        {
            if (_plan.Difference(item, place, amount) != PlanWeight.Impossible)
            {
                _plan.Change(item, place, amount);
                return;
            }
        }
    }

    private void Open(int most)
    {
        var now = _plan.Weight;
        while (_plan.Used.Count < most && _plan.Steps < MaxSteps)
        {
            var (best, bestWeight) = (-1, now);
            foreach (var place in FindPromising())
            {
                TakeAll(place);
                if (_plan.Weight < bestWeight)
                {
                    (best, bestWeight) = (place, _plan.Weight);
                }

                _plan.UndoTo(0);
            }

            if (best < 0)
            {
                return;
            }

            TakeAll(best);
            _plan.Keep();
            now = bestWeight;
        }
    }

    private void TakeAll(int place)
    {
        foreach (var item in _sequence)
        {
            Take(item, place);
        }
    }

    // By what they would spare if parcels cost nothing by their contents.
    private IEnumerable<int> FindPromising() => Enumerable.Range(0, _plan.Places.Length)
        .Where(place => _plan.ItemsAt(place) == 0)
        .Select(place => (Spared: Spared(place), Place: place))
        .Where(at => at.Spared > 0).OrderByDescending(at => at.Spared).ThenBy(at => at.Place).Take(MostPromising).Select(at => at.Place).Order();

    private Int128 Spared(int place)
    {
        var (spared, ways, location) = (Int128.Zero, 0UL, _plan.Places[place]);
        for (var item = 0; item < _problem.Items.Length; item++)
        {
            var amount = _plan.Left[item] == 0 ? 0 : Math.Min(_plan.Left[item], _plan.Room(item, place));
            if (amount == 0)
            {
                continue;
            }

            spared += (_problem.Items[item].Gain * amount) - _problem.CostAt(item, location, amount);
            spared += _problem.MustAssignAll ? ExchangePlan.MustAssignWeight * amount : Int128.Zero;
            foreach (var way in _problem.Items[item].Ways)
            {
                spared -= (ways & (1UL << (way % 64))) == 0 ? _problem.OpenWeights[(location * _problem.WayCount) + way] : Int128.Zero;
                ways |= 1UL << (way % 64);
            }
        }

        return spared;
    }

    private void Place()
    {
        foreach (var item in Enumerable.Range(0, _problem.Items.Length).OrderBy(item => _placesOfItem[item].Length))
        {
            Refill(item);
        }

        _plan.Keep();
    }
}
