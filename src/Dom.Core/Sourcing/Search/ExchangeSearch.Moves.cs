namespace Dom.Core.Sourcing.Search;

// Steps from a plan to a better one.
internal sealed partial class ExchangeSearch
{
    private const int Nowhere = -1;

    // How often an item is moved before the next one is.
    private const int MostMoves = 8;

    private void Better()
    {
        while (_plan.Steps < _limit && (MoveParts(isWithinUsed: false) | Close() | OpenMore() | Replace()))
        {
            // Each of them has made it better, so it ends.
        }
    }

    private bool MoveParts(bool isWithinUsed)
    {
        var isBetter = false;
        foreach (var item in _sequence)
        {
            if (_plan.Steps > _limit)
            {
                break;
            }

            isBetter |= MoveItem(item, isWithinUsed);
        }

        return isBetter;
    }

    // Each part of the item to where that saves most, all of it or less; one after the other, until nothing saves.
    private bool MoveItem(int item, bool isWithinUsed)
    {
        var isBetter = false;
        for (var tries = 0; tries < MostMoves && MoveAny(item, isWithinUsed); tries++)
        {
            isBetter = true;
        }

        return isBetter;
    }

    private bool MoveAny(int item, bool isWithinUsed)
    {
        FindTargets(item, isWithinUsed);
        var isBetter = _plan.Left[item] > 0 && MovePart(item, Nowhere, _plan.Left[item]);
        for (var at = 0; at < _plan.Holders(item).Count && !isBetter; at++)
        {
            var from = _plan.Holders(item)[at];
            isBetter = MovePart(item, from, _plan.Amount(item, from));
        }

        return isBetter;
    }

    // The places in use that have the item, and those that serve it best by itself.
    private void FindTargets(int item, bool isWithinUsed)
    {
        _targets.Clear();
        foreach (var place in _plan.Used)
        {
            if (_plan.MostOf(item, place) > 0)
            {
                _targets.Add(place);
            }
        }

        foreach (var place in isWithinUsed ? [] : _placesOfItem[item])
        {
            if (_plan.ItemsAt(place) == 0 && place != _banned)
            {
                _targets.Add(place);
            }
        }
    }

    private bool MovePart(int item, int from, int held)
    {
        var (best, bestAmount, bestChange) = (Nowhere, 0, Int128.Zero);
        foreach (var to in _targets)
        {
            var most = to == from ? 0 : Math.Min(held, _plan.Room(item, to));
            for (var amount = most; amount > 0; amount = amount > 3 ? amount / 2 : amount - 1)
            {
                if (ChangeOf(item, from, to, amount) is var change && change < bestChange)
                {
                    (best, bestAmount, bestChange) = (to, amount, change);
                }
            }
        }

        if (best == Nowhere)
        {
            return false;
        }

        var before = _plan.Score;
        Move(item, from, best, bestAmount);
        return KeepIfBetter(before);
    }

    private Int128 ChangeOf(int item, int from, int to, int amount)
    {
        if (!_plan.MayGive(item, to, from, amount))
        {
            return PlanWeight.Impossible;
        }

        var more = _plan.Difference(item, to, amount);
        if (more == PlanWeight.Impossible || from == Nowhere)
        {
            return more;
        }

        // What an order costs once stays, although nothing is in use between the two.
        var less = _plan.Difference(item, from, -amount);
        return less == PlanWeight.Impossible ? less : more + less + (_plan.IsLast(item, from, amount) ? _problem.OrderWeight : Int128.Zero);
    }

    private void Move(int item, int from, int to, int amount)
    {
        if (from != Nowhere)
        {
            _plan.Change(item, from, -amount);
        }

        _plan.Change(item, to, amount);
    }

    // What is unassigned of an item goes to where it weighs least for each of its amount, part by part.
    private void Refill(int item, int but = Nowhere)
    {
        while (_plan.Left[item] > 0)
        {
            var (best, bestAmount, bestRate) = (Nowhere, 0, Int128.Zero);
            FindTargets(item, isWithinUsed: false);
            foreach (var place in _targets)
            {
                var amount = place == but ? 0 : Math.Min(_plan.Left[item], _plan.Room(item, place));
                for (; amount > 0 && _plan.MayGive(item, place, Nowhere, 0); amount /= 2)
                {
                    if (_plan.Difference(item, place, amount) is var change && change != PlanWeight.Impossible)
                    {
                        (best, bestAmount, bestRate) = change / amount < bestRate ? (place, amount, change / amount) : (best, bestAmount, bestRate);
                        break;
                    }
                }
            }

            if (best == Nowhere)
            {
                return;
            }

            _plan.Change(item, best, bestAmount);
        }
    }

    private void RefillAll(int but = Nowhere)
    {
        foreach (var item in _sequence)
        {
            Refill(item, but);
        }
    }
}
