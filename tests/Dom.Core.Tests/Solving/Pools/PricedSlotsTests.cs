using Dom.Core.Solving;
using Dom.Core.Solving.Pools;

namespace Dom.Core.Tests.Solving.Pools;

public sealed class PricedSlotsTests
{
    [Fact]
    public void Number_gives_numbers_to_slots_that_could_give_more_than_they_have()
    {
        var slots = new PricedSlots(Stock(3, 3, 0, 100_000), workers: 2);
        Add(slots, (0, 3), (1, 4), (2, 1), (3, 60_000));

        var added = slots.Number();

        Assert.Equal([1, 2], added);
        Assert.Equal([0, 1, 2, 0], Enumerable.Range(0, 4).Select(slots.NumberOf));
        Assert.Equal([-1, 1, 2], slots.Slots);
    }

    [Fact]
    public void Number_keeps_the_numbers_that_it_gave()
    {
        var slots = new PricedSlots(Stock(1, 1, 1), workers: 2);
        Add(slots, (2, 2));
        slots.Number();
        Add(slots, (0, 1), (0, 1), (2, 5));

        var added = slots.Number();

        Assert.Equal([0], added);
        Assert.Equal([2, 0, 1], Enumerable.Range(0, 3).Select(slots.NumberOf));
    }

    [Fact]
    public void Number_gives_a_number_to_a_slot_of_which_more_is_wanted_than_can_be_counted()
    {
        var slots = new PricedSlots(Stock(1_000_000), workers: 2);
        Add(slots, (0, 40_000), (0, 40_000));

        var added = slots.Number();

        Assert.Equal([0], added);
    }

    [Fact]
    public void CodeOf_is_the_number_where_there_is_one_and_SlotOf_leads_back()
    {
        var slots = new PricedSlots(Stock(1, 1, 1), workers: 2);
        Add(slots, (2, 2));
        slots.Number();

        int[] codes = [.. Enumerable.Range(0, 3).Select(slots.CodeOf)];

        Assert.Equal([SlotCode.OfUnpriced(0), SlotCode.OfUnpriced(1), 1], codes);
        Assert.Equal([0, 1, 2], codes.Select(slots.SlotOf));
        Assert.Equal(2, slots.SlotOf(SlotCode.OfUnpriced(2)));
    }

    [Fact]
    public void Recount_finds_slots_that_have_become_short()
    {
        var stock = Stock(5, 5);
        var slots = new PricedSlots(stock, workers: 2);
        Add(slots, (0, 4), (1, 4));
        slots.Number();
        stock.Available[1] = 3;

        slots.Recount([0, 1]);

        Assert.Equal([1], slots.Number());
    }

    private static void Add(PricedSlots slots, params (int Slot, int Units)[] wanted)
    {
        for (var at = 0; at < wanted.Length; at++)
        {
            slots.Add(at % 2, wanted[at].Slot, wanted[at].Units);
        }
    }

    private static StockColumns Stock(params int[] available) => new()
    {
        Skus = ["A"],
        RowStart = [0, available.Length],
        Location = [.. Enumerable.Range(0, available.Length)],
        Available = available,
    };
}
