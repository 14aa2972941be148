namespace Dom.Core.Sourcing.Search;

// Steps that close, open or replace places.
internal sealed partial class ExchangeSearch
{
    // How many locations are tried in place of one.
    private const int MostInPlace = 8;

    private bool Close()
    {
        var isBetter = false;
        foreach (var place in _plan.Used.Order().ToArray())
        {
            if (_plan.Steps > _limit)
            {
                break;
            }

            var before = _plan.Score;
            _plan.Clear(place);
            RefillAll(place);

            isBetter |= KeepIfBetter(before);
        }

        return isBetter;
    }

    private bool OpenMore()
    {
        var isBetter = false;
        for (var place = 0; place < _plan.Places.Length && _plan.Steps < _limit; place++)
        {
            if (_plan.ItemsAt(place) > 0 || place == _banned || _plan.Used.Count >= (_problem.MaxLocations ?? int.MaxValue))
            {
                continue;
            }

            var before = _plan.Score;
            Pull(place);
            isBetter |= KeepIfBetter(before);
        }

        return isBetter;
    }

    // To a place that is opened comes what costs less there with its share of a parcel, and what is unassigned; then each part goes back that costs less where it was.
    private void Pull(int place)
    {
        var items = _problem.Items.Length;
        var mark = _plan.Mark;
        foreach (var item in _sequence)
        {
            if (_plan.MostOf(item, place) == 0)
            {
                continue;
            }

            Take(item, place);
            for (var at = _plan.Holders(item).Count - 1; at >= 0; at--)
            {
                var from = _plan.Holders(item)[at];
                var amount = from == place ? 0 : Math.Min(_plan.Amount(item, from), _plan.Room(item, place));
                if (amount > 0 && _sets.Units[(place * items) + item] < _sets.Units[(from * items) + item] && ChangeOf(item, from, place, amount) != PlanWeight.Impossible)
                {
                    Move(item, from, place, amount);
                }
            }
        }

        if (_plan.Mark > mark)
        {
            Spread();
        }
    }

    // Single parts go to where they weigh less among the places in use.
    private void Spread()
    {
        foreach (var item in _sequence)
        {
            for (var at = _plan.Holders(item).Count - 1; at >= 0; at--)
            {
                var (from, best, bestAmount, bestChange) = (_plan.Holders(item)[at], Nowhere, 0, Int128.Zero);
                foreach (var to in _plan.Used)
                {
                    var amount = to == from ? 0 : Math.Min(_plan.Amount(item, from), _plan.Room(item, to));
                    if (amount > 0 && ChangeOf(item, from, to, amount) is var change && change < bestChange)
                    {
                        (best, bestAmount, bestChange) = (to, amount, change);
                    }
                }

                if (best != Nowhere)
                {
                    Move(item, from, best, bestAmount);
                }
            }
        }
    }

    private bool Replace()
    {
        var isBetter = false;
        foreach (var place in _plan.Used.Order().ToArray())
        {
            foreach (var other in InPlaceOf(place))
            {
                if (_plan.Steps > _limit || _plan.ItemsAt(place) == 0)
                {
                    break;
                }

                var before = _plan.Score;
                _plan.Clear(place);
                Pull(other);
                RefillAll(place);

                isBetter |= KeepIfBetter(before);
            }
        }

        return isBetter;
    }

    // The places that could give most of what one gives, then those where that costs least.
    private int[] InPlaceOf(int place)
    {
        var items = _problem.Items.Length;
        int[] held = [.. Enumerable.Range(0, items).Where(item => _plan.Amount(item, place) > 0)];
        var ranks = new List<(Int128 Lost, long Cost, int Place)>();
        for (var other = 0; other < _plan.Places.Length; other++)
        {
            if (_plan.ItemsAt(other) > 0 || other == _banned)
            {
                continue;
            }

            var (lost, cost) = (Int128.Zero, _sets.Rent(other));
            foreach (var item in held)
            {
                var given = Math.Min(_plan.Amount(item, place), _plan.MostOf(item, other));
                lost += (_plan.Amount(item, place) - given) * _problem.Items[item].Gain;
                cost += given == 0 ? 0 : given * _sets.Units[(other * items) + item];
            }

            ranks.Add((lost, cost, other));
        }

        ranks.Sort();
        return [.. ranks.Take(MostInPlace).Select(rank => rank.Place)];
    }
}
