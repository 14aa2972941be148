using Dom.Core.Solving.Pools;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Plans;

/// <summary>
/// Tries to better one order's plan: the order takes what it wishes, whoever held that goes elsewhere, and so on, until the costs together have
/// fallen. Scratch of one thread.
/// </summary>
/// <remarks>Source: F. Glover, "Ejection chains, reference structures and alternating path methods", Discrete Applied Mathematics 65 (1996).</remarks>
internal sealed class EjectionChain
{
    private const int MaxDepth = 8;
    private const int MaxVictims = 12;
    private const int MaxUsers = 48;
    private const int MaxBlocked = 3;
    private const int MaxHomeless = 4;

    private readonly Workshop _shop;
    private readonly OrderPricer _pricer;
    private readonly Ledger _ledger;
    private readonly LocationUsers _locationUsers;
    private readonly SlotUsers _slotUsers;
    private readonly List<int> _users = [];
    private readonly PriceVector _free;
    private readonly Churn _churn;
    private readonly List<int> _victims = [];
    private readonly List<AllBut> _blocked = [];
    private readonly List<(long More, int Victim)> _offers = [];
    private readonly List<(int Order, AllBut Forbidden)> _homeless = [];

    /// <summary>Makes the scratch of a thread.</summary>
    /// <param name="shop">What the solve works with.</param>
    /// <param name="worker">The thread.</param>
    /// <param name="ledger">The plan as it is.</param>
    /// <param name="locationUsers">Whom each location serves in it.</param>
    /// <param name="slotUsers">Who holds units of each slot in it.</param>
    /// <param name="free">Prices that are all 0.</param>
    /// <param name="churn">What changing an order's plan costs.</param>
    public EjectionChain(Workshop shop, int worker, Ledger ledger, LocationUsers locationUsers, SlotUsers slotUsers, PriceVector free, Churn churn)
    {
        (_shop, _pricer, _ledger, _free, _churn) = (shop, shop.Pricer(worker), ledger, free, churn);
        (_locationUsers, _slotUsers) = (locationUsers, slotUsers);
        Draft = new(shop, ledger);
    }

    /// <summary>The change found last.</summary>
    public Draft Draft { get; }

    /// <summary>Looks for a change that starts with an order and saves costs.</summary>
    /// <param name="order">The order.</param>
    /// <param name="prices">Prices that tell what is dear.</param>
    /// <param name="chance">Seed of what is chosen by chance.</param>
    /// <returns>What it saves, price units; 0 or less where none was found.</returns>
    public long Find(int order, PriceVector prices, uint chance)
    {
        Draft.Clear();
        var most = 4L * _ledger.Plans.Nothing[order];
        var forbidden = new AllBut(-1, SlotCode.Nothing);
        var total = Release(order);
        for (var depth = 0; depth < MaxDepth && Draft.HasRoom; depth++)
        {
            var direct = CostOfPlacing(order, forbidden);
            if (total + direct < 0)
            {
                Draft.Set(DraftPlan.Of(order, _pricer, _shop.Pools.Data(order)));
                return -(total + direct);
            }

            if (Wish(order, prices, forbidden) is not { } wish || !FindBlocked(wish))
            {
                return 0;
            }

            Draft.Set(wish);
            total += wish.Cost;
            _homeless.Clear();
            foreach (var blocked in _blocked)
            {
                if (!Evict(blocked, unchecked(chance + (uint)depth)))
                {
                    return 0;
                }
            }

            if (_homeless.Count == 0)
            {
                return 0;
            }

            foreach (var (victim, _) in _homeless)
            {
                total += _churn.Of(victim) - _ledger.Plans.Cost[victim];
            }

            // All but one take the best that is left; the last may send others away in turn.
            for (var at = 0; at < _homeless.Count - 1; at++)
            {
                var plan = Place(_homeless[at].Order, _homeless[at].Forbidden);
                Draft.Set(plan);
                total += plan.Cost;
            }

            (order, forbidden) = _homeless[^1];
            if (total >= most)
            {
                return 0;
            }
        }

        return 0;
    }

    private long Release(int order)
    {
        Draft.Release(order);
        return _churn.Of(order) - _ledger.Plans.Cost[order];
    }

    private DraftPlan Place(int order, AllBut forbidden)
    {
        CostOfPlacing(order, forbidden);
        return DraftPlan.Of(order, _pricer, _shop.Pools.Data(order));
    }

    private long CostOfPlacing(int order, AllBut forbidden)
    {
        var terms = _shop.Terms(order, _shop.Shapes[order]!);
        return _pricer.PriceDistinct(
            _shop.Pools.Data(order), _shop.Pools.At(order), terms, _free.Location, _free.Slot, new WhatDraftLeaves(Draft, forbidden));
    }

    private DraftPlan? Wish(int order, PriceVector prices, AllBut forbidden)
    {
        var (data, at) = (_shop.Pools.Data(order), _shop.Pools.At(order));
        _pricer.PriceDistinct(data, at, _shop.Terms(order, _shop.Shapes[order]!), prices.Location, prices.Slot, forbidden);
        return _pricer.IsListed ? DraftPlan.Of(order, _pricer, data) : null;
    }

    // The locations and slots that lack what a plan needs; false where nothing lacks, or too much does.
    private bool FindBlocked(DraftPlan plan)
    {
        _blocked.Clear();
        for (var part = 0; part < plan.States.Length; part++)
        {
            var location = plan.Locations[part];
            if (Draft.PlacesLeft(location) < 1)
            {
                _blocked.Add(new(location, SlotCode.Nothing));
            }

            foreach (var need in _shop.Needs(plan.Order, plan.States[part], location))
            {
                var code = _shop.Slots.CodeOf(need.Slot);
                if (Draft.UnitsLeft(code) < need.Units)
                {
                    _blocked.Add(new(-1, code));
                }
            }
        }

        return _blocked.Count is > 0 and <= MaxBlocked;
    }

    // Sends orders away until there is enough for what the draft has taken, those first whose going costs least.
    private bool Evict(AllBut blocked, uint chance)
    {
        if (Missing(blocked) <= 0)
        {
            return true;
        }

        FindVictims(blocked, chance);
        _offers.Clear();
        foreach (var victim in _victims)
        {
            var mark = Draft.Mark();
            var missing = Missing(blocked);
            Draft.Release(victim);
            var freed = missing - Missing(blocked);
            var more = CostOfPlacing(victim, blocked) + _churn.Of(victim) - _ledger.Plans.Cost[victim];
            Draft.Return(mark);
            _offers.Add((more / freed, victim));
        }

        _offers.Sort();
        for (var at = 0; at < Math.Min(MaxHomeless, _offers.Count) && Missing(blocked) > 0; at++)
        {
            Draft.Release(_offers[at].Victim);
            _homeless.Add((_offers[at].Victim, blocked));
        }

        return Missing(blocked) <= 0;
    }

    private int Missing(AllBut blocked) => blocked.Code == SlotCode.Nothing ? -Draft.PlacesLeft(blocked.Location) : -Draft.UnitsLeft(blocked.Code);

    private void FindVictims(AllBut blocked, uint chance)
    {
        _victims.Clear();
        if (blocked.Code != SlotCode.Nothing)
        {
            _slotUsers.Find(blocked.Code, unchecked(chance * 2654435761), _users, MaxUsers);
        }
        else
        {
            _locationUsers.Find(blocked.Location, unchecked(chance * 2654435761), _users, MaxUsers);
        }

        foreach (var user in _users)
        {
            if (_victims.Count < MaxVictims && !Draft.Changes(user) && !IsHomeless(user) && !_victims.Contains(user))
            {
                _victims.Add(user);
            }
        }
    }

    private bool IsHomeless(int order)
    {
        foreach (var (homeless, _) in _homeless)
        {
            if (homeless == order)
            {
                return true;
            }
        }

        return false;
    }
}
