using System.Numerics;

namespace Dom.Core.Solving.Baselines;

/// <summary>What every location would charge for the parts of an order that it can give by itself.</summary>
internal sealed class OrderOffers(SourcingProblem problem, Residual residual, OrderDistances distances, OrderSuppliers suppliers, OrderStates states)
{
    private readonly int[] _reachable = new int[PriceCertificate.MaxStates];
    private readonly int[] _lineCosts = new int[OrderStates.MaxLines];
    private readonly int[] _rateRows = new int[OrderStates.MaxLines];
    private readonly long[] _rateExtras = new long[OrderStates.MaxLines];

    /// <summary>Puts the offers for an order into a pool.</summary>
    /// <param name="order">The order that the states are those of.</param>
    /// <param name="pool">The pool, cleared before.</param>
    public void Collect(int order, OfferPool pool)
    {
        distances.MoveTo(order);
        suppliers.MoveTo(states.FirstLine, states.Lines);
        if (states.ModeCount == 1 && !states.HasSplittable && !states.SharesSkus && problem.Candidates is null)
        {
            CollectPlain(pool);
            return;
        }

        foreach (var location in suppliers.Locations)
        {
            if (distances.IsWithinReach(location))
            {
                var modes = FindRates(location);
                Collect(location, Reachable(location, modes), pool);
            }
        }
    }

    /// <summary>The same for most orders: one mode, nothing splittable, no SKU twice, no costs of candidates. The lines that a location can give are a state.</summary>
    private void CollectPlain(OfferPool pool)
    {
        var mode = problem.Modes[states.Mode(0)];
        var units = states.AllStatesUnits;
        var bands = states.Bands(0);
        var zones = distances.Zones(states.Mode(0));
        foreach (var location in suppliers.Locations)
        {
            var zone = (int)zones[location];
            if (((problem.Locations.Modes[location] >> states.Mode(0)) & 1) == 0 || zone == mode.ZoneKm.Length || !distances.IsWithinReach(location))
            {
                continue;
            }

            var extra = problem.Locations.ParcelCost[location] + (mode.CostPer100Km == 0 ? 0 : mode.DistanceCost(distances.Kilometres(location)));
            var rates = mode.Cost.AsSpan(zone * mode.BandGrams.Length);
            var lines = (int)suppliers.LinesAt(location);
            for (var part = lines; part > 0; part = (part - 1) & lines)
            {
                if (bands[part] != OrderStates.TooHeavy)
                {
                    var cost = rates[bands[part]] + extra + (units[part] * problem.Locations.UnitCost[location]);
                    if (pool.MayStay(part, cost))
                    {
                        pool.Add(part, location, cost);
                    }
                }
            }
        }
    }

    /// <summary>Finds the location's row of rates by every mode; returns the modes that have one, a bit each.</summary>
    private uint FindRates(int location)
    {
        var modes = 0u;
        for (var place = 0; place < states.ModeCount; place++)
        {
            if (((problem.Locations.Modes[location] >> states.Mode(place)) & 1) == 0)
            {
                continue;
            }

            var mode = problem.Modes[states.Mode(place)];
            var zone = distances.Zone(states.Mode(place), location);
            if (zone >= 0)
            {
                modes |= 1u << place;
                _rateRows[place] = zone * mode.BandGrams.Length;
                _rateExtras[place] = problem.Locations.ParcelCost[location]
                    + (mode.CostPer100Km == 0 ? 0 : mode.DistanceCost(distances.Kilometres(location)));
            }
        }

        return modes;
    }

    /// <summary>Lists the states that a location can give by itself, 0 among them; returns how many.</summary>
    private int Reachable(int location, uint modes)
    {
        var count = 1;
        _reachable[0] = 0;
        for (var lines = suppliers.LinesAt(location); lines != 0; lines &= lines - 1)
        {
            var line = states.Lines - 1 - BitOperations.TrailingZeroCount(lines);
            if ((modes & (1u << states.ModePlace(line))) == 0)
            {
                continue;
            }

            if (problem.Candidates is not null)
            {
                _lineCosts[line] = problem.CandidateCost(states.FirstLine + line, location)!.Value;
            }

            var last = problem.Lines.Splittable[states.FirstLine + line]
                ? Math.Min(states.LastDigit(line), residual.Units(problem.Lines.Sku[states.FirstLine + line], location))
                : 1;
            var (before, stride) = (count, states.Stride(line));
            for (var digit = 1; digit <= last; digit++)
            {
                for (var at = 0; at < before; at++)
                {
                    _reachable[count++] = _reachable[at] + (digit * stride);
                }
            }
        }

        return count;
    }

    private void Collect(int location, int count, OfferPool pool)
    {
        for (var at = 1; at < count; at++)
        {
            var state = _reachable[at];
            if (states.SharesSkus && !HasStock(location, state))
            {
                continue;
            }

            var cost = PartCost(location, state);
            if (cost >= 0)
            {
                pool.Add(state, location, cost);
            }
        }
    }

    /// <summary>What a part costs from a location; negative where a parcel would be too heavy.</summary>
    private long PartCost(int location, int state)
    {
        var cost = states.Units(state) * problem.Locations.UnitCost[location];
        for (var place = 0; place < states.ModeCount; place++)
        {
            var band = states.Band(place, state);
            if (band == OrderStates.TooHeavy)
            {
                return -1;
            }

            if (band != OrderStates.NoParcel)
            {
                cost += problem.Modes[states.Mode(place)].Cost[_rateRows[place] + band] + _rateExtras[place];
            }
        }

        if (problem.Candidates is not null)
        {
            for (var line = 0; line < states.Lines; line++)
            {
                cost += states.Amount(state, line) > 0 ? _lineCosts[line] : 0;
            }
        }

        return cost;
    }

    private bool HasStock(int location, int state)
    {
        for (var line = 0; line < states.Lines; line++)
        {
            var sku = problem.Lines.Sku[states.FirstLine + line];
            long units = 0;
            for (var other = 0; other < states.Lines; other++)
            {
                units += problem.Lines.Sku[states.FirstLine + other] == sku ? states.Amount(state, other) : 0;
            }

            if (units > 0 && units > residual.Units(sku, location))
            {
                return false;
            }
        }

        return true;
    }
}
