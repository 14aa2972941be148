using System.Runtime.CompilerServices;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Plans;

/// <summary>
/// A change of a few orders' plans that is tried before it is made: what it would take and give back stands beside the ledger, which stays as it
/// is. It may be overdrawn while it is tried. Scratch of one thread.
/// </summary>
/// <param name="shop">What the solve works with.</param>
/// <param name="ledger">The ledger.</param>
internal sealed class Draft(Workshop shop, Ledger ledger)
{
    private const int Room = 1024;

    // Locations stand beyond all codes of slots.
    private const long FirstLocation = 1L << 32;

    private readonly long[] _keys = new long[Room];
    private readonly int[] _changes = new int[Room];
    private readonly List<DraftPlan> _plans = [];
    private ulong _filter;
    private int _count;

    /// <summary>The plans that would change, in the order in which they were set; of an order's, the last counts.</summary>
    public IReadOnlyList<DraftPlan> Plans => _plans;

    /// <summary>Starts anew.</summary>
    public void Clear()
    {
        _plans.Clear();
        (_filter, _count) = (0, 0);
    }

    /// <summary>Whether there is room for another few changes.</summary>
    public bool HasRoom => _count < Room - 256;

    /// <summary>Whether an order's plan would change.</summary>
    /// <param name="order">The order.</param>
    public bool Changes(int order)
    {
        foreach (var plan in _plans)
        {
            if (plan.Order == order)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the draft stands, to come back to.</summary>
    public int Mark() => _count;

    /// <summary>Takes back what was changed since a mark, plans aside.</summary>
    /// <param name="mark">The mark.</param>
    public void Return(int mark) => _count = mark;

    /// <summary>Gives back what an order holds in the ledger.</summary>
    /// <param name="order">The order.</param>
    public void Release(int order) => Take(order, ledger.Plans.States(order), ledger.Plans.Locations(order), 1);

    /// <summary>Takes what a plan needs, and keeps the plan.</summary>
    /// <param name="plan">The plan.</param>
    public void Set(DraftPlan plan)
    {
        Take(plan.Order, plan.States, plan.Locations, -1);
        _plans.Add(plan);
    }

    /// <summary>Places left at a location.</summary>
    /// <param name="location">The location.</param>
    public int PlacesLeft(int location) => ledger.PlacesLeft[location] + Change(FirstLocation + location);

    /// <summary>Units left in a slot.</summary>
    /// <param name="code">The slot's code.</param>
    public int UnitsLeft(int code) => ledger.UnitsLeftOf(code) + Change(code);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bit(long key) => 1UL << (int)(unchecked((ulong)key * 11400714819323198485UL) >> 58);

    private int Change(long key)
    {
        if ((_filter & Bit(key)) == 0)
        {
            return 0;
        }

        var sum = 0;
        for (var at = 0; at < _count; at++)
        {
            sum += _keys[at] == key ? _changes[at] : 0;
        }

        return sum;
    }

    private void Add(long key, int change)
    {
        _filter |= Bit(key);
        (_keys[_count], _changes[_count]) = (key, change);
        _count++;
    }

    private void Take(int order, ReadOnlySpan<int> states, ReadOnlySpan<int> locations, int sign)
    {
        for (var part = 0; part < states.Length && states[part] > 0; part++)
        {
            if (ledger.PlacesLeft[locations[part]] != LocationColumns.NoLimit)
            {
                Add(FirstLocation + locations[part], sign);
            }

            foreach (var need in shop.Needs(order, states[part], locations[part]))
            {
                Add(shop.Slots.CodeOf(need.Slot), sign * need.Units);
            }
        }
    }
}

/// <summary>A plan of one order.</summary>
/// <param name="Order">The order.</param>
/// <param name="States">The states of its parts.</param>
/// <param name="Locations">Their locations.</param>
/// <param name="Cost">What it costs without prices, price units.</param>
internal sealed record DraftPlan(int Order, int[] States, int[] Locations, int Cost)
{
    /// <summary>The plan that a pricer found.</summary>
    /// <param name="order">The order.</param>
    /// <param name="pricer">The pricer; its plan is listed.</param>
    /// <param name="data">The array of the block that it priced.</param>
    public static DraftPlan Of(int order, OrderPricer pricer, int[] data)
    {
        var (states, locations) = (new int[pricer.PartCount], new int[pricer.PartCount]);
        for (var part = 0; part < states.Length; part++)
        {
            (states[part], locations[part]) = (pricer.PartState(part), data[pricer.PartRecord(part)]);
        }

        return new(order, states, locations, (int)pricer.Cost);
    }
}

/// <summary>Only what a draft leaves may be taken, and nothing of one location or slot.</summary>
/// <param name="draft">The draft.</param>
/// <param name="forbidden">The location or slot that may not be used.</param>
internal readonly struct WhatDraftLeaves(Draft draft, AllBut forbidden) : IResources
{
    /// <inheritdoc/>
    public bool AllowsUnlisted => false;

    /// <inheritdoc/>
    public bool IsLimited => true;

    /// <inheritdoc/>
    public bool HasPlace(int location) => location != forbidden.Location && draft.PlacesLeft(location) > 0;

    /// <inheritdoc/>
    public bool HasUnits(int code, int units) => code != forbidden.Code && draft.UnitsLeft(code) >= units;
}
