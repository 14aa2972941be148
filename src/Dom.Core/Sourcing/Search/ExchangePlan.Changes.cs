namespace Dom.Core.Sourcing.Search;

// What single changes weigh, and making them.
internal sealed partial class ExchangePlan
{
    /// <summary>What the parcels of places hold and weigh.</summary>
    private PlaceParcels Parcels { get; }

    /// <summary>What items weigh at places besides.</summary>
    private PlaceLines Lines { get; }

    /// <summary>By how much a change would change the weight; <see cref="PlanWeight.Impossible"/> where no tariff takes a parcel of it. Limits are not looked at.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="place">The place.</param>
    /// <param name="amount">How much more, below 0 for less; not 0.</param>
    public Int128 Difference(int item, int place, int amount)
    {
        unchecked
        {
            Steps++;
            var (before, isMore) = (Amount(item, place), amount > 0);
            var after = before + amount;
            var sum = Lines.Weight(item, place, after) - Lines.Weight(item, place, before) - (amount * WeightOfLeaving(Problem.Items[item]));
            var isOther = before == 0 || after == 0;
            if (isOther && (isMore ? Used.Count == 0 : IsLast(item, place, -amount)))
            {
                sum += isMore ? Problem.OrderWeight : -Problem.OrderWeight;
            }

            foreach (var way in Problem.Items[item].Ways)
            {
                var at = (place * Problem.WayCount) + way;
                if (isOther && _users[at] == (isMore ? 0 : 1))
                {
                    var open = Problem.OpenWeights[(Places[place] * Problem.WayCount) + way];
                    sum += isMore ? open : -open;
                }

                if (Parcels.IsByContents(way))
                {
                    var isEmpty = after == 0 && _users[at] == 1;
                    var parcel = isEmpty ? Int128.Zero : Parcels.Weight(place, way, item, amount, this);
                    if (parcel == PlanWeight.Impossible)
                    {
                        return parcel;
                    }

                    sum += parcel - Parcels.Weight(place, way);
                }
            }

            return sum;
        }
    }

    private void Apply(int item, int place, int amount)
    {
        Weight += Difference(item, place, amount);
        var at = (place * _items) + item;
        var before = _amounts[at];
        var change = Math.Sign(before + amount) - Math.Sign(before);
        foreach (var way in Problem.Items[item].Ways)
        {
            var isEmpty = (_users[(place * Problem.WayCount) + way] += change) == 0;
            if (Parcels.IsByContents(way))
            {
                Parcels.Change(place, way, item, amount, isEmpty, this);
            }
        }

        _amounts[at] += amount;
        Left[item] -= amount;
        if (change > 0)
        {
            _holders[item].Add(place);
        }
        else if (change < 0)
        {
            _holders[item].Remove(place);
        }

        foreach (var demand in Problem.Items[item].Shared)
        {
            _sharedLeft[(demand.Sku * Places.Length) + place] -= demand.Units * amount;
        }

        Count(place, change, checked(amount * Problem.Items[item].Value));
    }

    private void Count(int place, int change, long value)
    {
        _tooLittle -= IsTooLittle(place) ? 1 : 0;
        if ((_itemsAt[place] += change) == 0 && change < 0)
        {
            Used.Remove(place);
        }
        else if (_itemsAt[place] == 1 && change > 0)
        {
            Used.Add(place);
        }

        _values[place] += value;
        _tooLittle += IsTooLittle(place) ? 1 : 0;
    }

    private bool IsTooLittle(int place) => _itemsAt[place] > 0 && _values[place] < Problem.MinValue;
}
