using Dom.Core.Solving.Plans;
using Dom.Core.Tests.Fulfillment;

namespace Dom.Core.Tests.Solving.Plans;

public sealed class SlotTallyTests
{
    [Fact]
    public void Add_adds_up_by_slot_however_many_there_are()
    {
        const int seed = 5;
        var (random, tally, expected) = (new Random(seed), new SlotTally(), new Dictionary<int, int>());

        for (var step = 0; step < 20_000; step++)
        {
            var (slot, units) = (random.Next(30_000) * (step % 2 == 0 ? 1 : 65_536), random.Next(-3, 4));
            tally.Add(slot, units);
            expected[slot] = expected.GetValueOrDefault(slot) + units;
        }

        foreach (var (slot, units) in expected)
        {
            Property.Holds(tally[slot] == units, () => $"Seed {seed}: slot {slot} has {tally[slot]} units, expected {units}.");
        }

        Assert.Equal(0, tally[int.MaxValue]);
    }

    [Fact]
    public void Clear_forgets_all_slots()
    {
        var tally = new SlotTally();
        tally.Add(7, 2);

        tally.Clear();
        tally.Add(8, 1);

        Assert.Equal((0, 1), (tally[7], tally[8]));
    }
}
