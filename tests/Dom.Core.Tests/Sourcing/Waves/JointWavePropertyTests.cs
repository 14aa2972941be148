using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Waves;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Waves;

/// <summary>What a wave decides, held against the rules and costs of each order and against deciding one after the other.</summary>
public sealed class JointWavePropertyTests
{
    private const int Each = 50;

    public static TheoryData<int> Sets => [.. Enumerable.Range(0, 6)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Decide_plans_what_each_order_may_have_and_no_more_than_there_is(int set)
    {
        var (moved, together) = (0, 0);
        for (var seed = set * Each; seed < (set + 1) * Each; seed++)
        {
            var wave = RandomJointWave.Make(seed);

            var plan = AWave.Decide(wave.Supply, [.. wave.Demands]);

            var after = wave.Supply;
            foreach (var move in plan.Moves)
            {
                after = after.With(Before(wave, move)).Without(After(wave, move));
            }

            foreach (var level in after.Stock.SelectMany(sku => sku.Value))
            {
                Assert.True(level.Held <= level.OnHand, $"Seed {seed}: '{level.LocationId}' sells {level.Held} of {level.OnHand}.");
            }

            foreach (var location in after.Locations)
            {
                var (load, before) = (after.Loads.GetValueOrDefault(location.LocationId), wave.Supply.Loads.GetValueOrDefault(location.LocationId));
                var isOver = (load.Orders > location.OrdersPerDay && load.Orders > before.Orders) || (load.Lines > location.LinesPerDay && load.Lines > before.Lines)
                    || (load.Units > location.UnitsPerDay && load.Units > before.Units);
                Assert.False(isOver, $"Seed {seed}: '{location.LocationId}' takes {load} in its day.");
            }

            foreach (var move in plan.Moves)
            {
                CheckOrder(wave, move, after, seed);
            }

            (moved, together) = (moved + plan.Moves.Length, together + (plan.Together > 1 ? 1 : 0));
        }

        Assert.True(moved > Each && together > Each / 2, $"Set {set}: {moved} orders are moved, {together} waves solved together.");
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Decide_never_costs_more_than_one_after_the_other(int set)
    {
        var (compared, better) = (0, 0);
        for (var seed = set * Each; seed < (set + 1) * Each; seed++)
        {
            var wave = RandomJointWave.Make(seed);
            if (!wave.IsAllOffered)
            {
                continue;
            }

            var together = AWave.Decide(wave.Supply, [.. wave.Demands]).Moves.Sum(move => move.SavingMinorUnits);
            var alone = AWave.Decide(wave.Supply, [.. wave.Demands.Select((demand, at) => demand with { Profile = demand.Profile with { Version = at + 1 } })])
                .Moves.Sum(move => move.SavingMinorUnits);

            Assert.True(together >= alone && alone >= 0, $"Seed {seed} saves {together} together and {alone} one after the other.");
            (compared, better) = (compared + 1, better + (together > alone ? 1 : 0));
        }

        Assert.True(compared >= Each / 4 && better > compared / 10, $"Set {set}: {compared} waves are compared, and {better} are better together.");
    }

    // It is sourced once more where it is planned, which holds it against every rule beside all that the others have. Nothing is to be left because it is dear.
    private static void CheckOrder(RandomJointWave wave, WaveMove move, WaveSupply after, int seed)
    {
        var known = wave.Demands.Single(demand => demand.OrderId == move.OrderId);
        var demand = known with { Profile = known.Profile with { Costs = known.Profile.Costs with { UnassignedUnitMinorUnits = 1_000_000 } } };
        var (offered, planned) = (demand.Offered.ToDictionary(offer => offer.LineId, offer => offer.LocationId), Planned(wave, move));
        var churn = demand.Profile.Costs.ChurnMinorUnits;
        DemandLine[] lines = [.. demand.Lines.Where(line => offered.ContainsKey(line.LineId))];

        var there = after.With(After(wave, move)).Request(demand, [.. lines.Select(line => line with { PlannedAt = [planned[line.LineId]], Favoured = new(offered[line.LineId], churn) })]);
        var here = wave.Supply.With(Before(wave, move)).Request(demand, [.. lines.Select(line => line with { PlannedAt = [offered[line.LineId]] })]);
        var (come, gone) = (Core.Sourcing.Sourcing.Source(there), Core.Sourcing.Sourcing.Source(here));

        Assert.True(come.Unassigned.IsEmpty, $"Seed {seed}: '{move.OrderId}' may not come from where it is planned: {string.Join("; ", come.Unassigned.Select(left => left.Sentence))}");
        if (lines.Length == demand.Lines.Length)
        {
            var saving = gone.Cost.TotalMinorUnits - come.Cost.TotalMinorUnits;
            Assert.True(saving == move.SavingMinorUnits, $"Seed {seed}: '{move.OrderId}' saves {saving}, not {move.SavingMinorUnits}.");
        }
    }

    private static ImmutableArray<PlacedLine> Before(RandomJointWave wave, WaveMove move)
    {
        var demand = wave.Demands.Single(known => known.OrderId == move.OrderId);
        return Placed(demand, demand.Offered.ToDictionary(offer => offer.LineId, offer => offer.LocationId));
    }

    private static ImmutableArray<PlacedLine> After(RandomJointWave wave, WaveMove move) =>
        Placed(wave.Demands.Single(known => known.OrderId == move.OrderId), Planned(wave, move));

    private static Dictionary<LineId, LocationId> Planned(RandomJointWave wave, WaveMove move)
    {
        var places = wave.Demands.Single(known => known.OrderId == move.OrderId).Offered.ToDictionary(offer => offer.LineId, offer => offer.LocationId);
        foreach (var line in move.Lines)
        {
            places[line.LineId] = line.LocationId;
        }

        return places;
    }

    private static ImmutableArray<PlacedLine> Placed(WaveDemand demand, Dictionary<LineId, LocationId> places) =>
    [
        .. demand.Lines.Where(line => places.ContainsKey(line.LineId))
            .Select(line => new PlacedLine(line.LineId, line.Sku, places[line.LineId], line.Quantity, CountsToday: true)),
    ];
}
