namespace Dom.Core.Sourcing.Search;

internal sealed partial class ExchangeSearch
{
    private void Open(int maxLocations)
    {
        var now = _plan.Weigh();
        while (_plan.Used.Count < maxLocations)
        {
            var (best, bestWeight) = (-1, PlanWeight.Impossible);
            foreach (var location in FindPromising())
            {
                if (TryTakeAll(location) is var weight && weight < bestWeight)
                {
                    (best, bestWeight) = (location, weight);
                }

                _plan.UndoTo(0);
            }

            // The first location may be worth opening only with the next, where the order must be whole.
            if (best < 0 || bestWeight >= now)
            {
                return;
            }

            TryTakeAll(best);
            _plan.Keep();
            now = bestWeight;
        }
    }

    // By what they would spare if parcels cost nothing by their contents.
    private IEnumerable<int> FindPromising() => Enumerable.Range(0, _problem.LocationCount)
        .Where(location => !_plan.Used.Contains(location))
        .Select(location => (Spared: Spared(location), Location: location))
        .Where(at => at.Spared > 0).OrderByDescending(at => at.Spared).ThenBy(at => at.Location).Take(MostPromising).Select(at => at.Location).Order();

    private Int128 Spared(int location)
    {
        var (spared, ways) = (Int128.Zero, 0UL);
        for (var item = 0; item < _problem.Items.Length; item++)
        {
            var amount = _plan.Left[item] == 0 ? 0 : Math.Min(_plan.Left[item], _plan.Room(item, location));
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
        foreach (var item in Enumerable.Range(0, _problem.Items.Length).OrderBy(item => _problem.Items[item].Locations.Length))
        {
            Refill([item], closed: -1);
        }
    }

    private Int128 TryTakeAll(int location)
    {
        for (var item = 0; item < _problem.Items.Length; item++)
        {
            Take(item, location);
        }

        if (_plan.Mark == 0)
        {
            return PlanWeight.Impossible;
        }

        if (WeighLeniently() is var all && all != PlanWeight.Impossible)
        {
            return all;
        }

        // Too much for one parcel, or for a limit: item by item, as much of each as goes.
        _plan.UndoTo(0);
        var best = PlanWeight.Impossible;
        for (var item = 0; item < _problem.Items.Length; item++)
        {
            var mark = _plan.Mark;
            for (var amount = Math.Min(_plan.Left[item], _plan.Room(item, location)); amount > 0; amount /= 2)
            {
                _plan.Change(item, location, amount);
                if (WeighLeniently() is var some && some != PlanWeight.Impossible)
                {
                    best = some;
                    break;
                }

                _plan.UndoTo(mark);
            }
        }

        return best;
    }

    private void Repair()
    {
        while (_plan.Weigh() == PlanWeight.Impossible)
        {
            Clear(_plan.Used.MinBy(_plan.Value));
            _plan.Keep();
        }
    }
}
