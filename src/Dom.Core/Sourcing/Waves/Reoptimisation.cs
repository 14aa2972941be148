using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Solving;

namespace Dom.Core.Sourcing.Waves;

/// <summary>
/// Decides anew, together, what is offered and not accepted and what found nothing, and says which orders are worth moving. Pure. Orders of one profile are solved as
/// one problem where it can hold them; then each order is looked at by itself, in the order in which they came, with what the others leave.
/// </summary>
public static class Reoptimisation
{
    /// <summary>Decides a wave.</summary>
    /// <param name="demands">The orders, each once.</param>
    /// <param name="supply">What there is; what is offered to the orders counts as held.</param>
    /// <param name="options">How long and how hard to try to solve orders together.</param>
    /// <param name="cancellationToken">Ends the solve early, with the best plan so far.</param>
    /// <returns>
    /// The moves; all together they cost less than what is offered now, with the churn cost of each line that changes its location. An order that does not gain by
    /// itself is moved only where others cannot gain without it.
    /// </returns>
    public static WavePlan Decide(ImmutableArray<WaveDemand> demands, WaveSupply supply, SolverOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(supply);
        WaveChoice[] choices =
        [
            .. demands.OrderBy(demand => demand.Since).ThenBy(demand => demand.OrderId.Value, StringComparer.Ordinal)
                .Select(demand => WaveChoice.Of(demand, supply)).OfType<WaveChoice>(),
        ];

        var (left, together) = (supply, 0);
        foreach (var group in choices.GroupBy(choice => new ProfileVersion(choice.Demand.Profile.ProfileId, choice.Demand.Profile.Version)))
        {
            (left, var solved) = SolveTogether([.. group], left, options, cancellationToken);
            together += solved;
        }

        foreach (var choice in choices)
        {
            left = SolveAlone(choice, left);
        }

        return new WavePlan(Moves(choices, supply), together, choices.Count(choice => choice.IsServed));
    }

    private static WaveSupply SolveAlone(WaveChoice choice, WaveSupply left)
    {
        var free = left.With(choice.Now);
        var decision = Sourcing.Source(choice.Request(free));
        if (decision.Cost.TotalMinorUnits < choice.MinorUnits && choice.Keeps(decision))
        {
            choice.Take(decision);
        }

        return free.Without(choice.Now);
    }

    private static (WaveSupply Left, int Solved) SolveTogether(WaveChoice[] group, WaveSupply left, SolverOptions options, CancellationToken cancellationToken)
    {
        // What one order asks that a problem cannot hold keeps no other out.
        var free = Return(left, group);
        WaveChoice[] fit = [.. group.Where(choice => Written([choice], free) is not null)];
        free = Return(left, fit);
        if (fit.Length < 2 || Written(fit, free) is not { Problem.LineCount: > 0 } wave)
        {
            return (left, 0);
        }

        var decisions = wave.Decide(HorizonSolver.Solve(wave.Problem, options, null, cancellationToken).Plan, SearchSummary.HorizonSolver, 0);
        if (decisions.Sum(decision => decision.Cost.TotalMinorUnits) >= fit.Sum(choice => choice.MinorUnits)
            || fit.Zip(decisions).Any(pair => !pair.First.Keeps(pair.Second)))
        {
            return (left, fit.Length);
        }

        foreach (var (choice, decision) in fit.Zip(decisions))
        {
            choice.Take(decision);
            free = free.Without(choice.Now);
        }

        return (StayWherePossible(fit, free), fit.Length);
    }

    // Who loses by it need not move, unless somebody else has what it would need for staying.
    private static WaveSupply StayWherePossible(WaveChoice[] choices, WaveSupply left)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var choice in choices.Where(choice => choice.IsMoved && choice.MinorUnits >= choice.OfferedMinorUnits))
            {
                var free = left.With(choice.Now);
                if (choice.FitsAsOffered(free))
                {
                    choice.Stay();
                    (left, changed) = (free.Without(choice.Now), true);
                }
            }
        }

        return left;
    }

    private static WaveProblem? Written(WaveChoice[] choices, WaveSupply free) =>
        WaveProblem.Of([.. choices.Select(choice => choice.Request(free))]).Match<WaveProblem?>(whole => whole.Wave, _ => null);

    private static WaveSupply Return(WaveSupply left, WaveChoice[] choices) => choices.Aggregate(left, (supply, choice) => supply.With(choice.Now));

    // What is free as it is can be had at once, by who came first; all else is given back first.
    private static ImmutableArray<WaveMove> Moves(WaveChoice[] choices, WaveSupply supply)
    {
        var free = supply.Stock
            .SelectMany(sku => sku.Value.Select(level => (Key: (sku.Key, level.LocationId), level.Available)))
            .GroupBy(item => item.Key).ToDictionary(item => item.Key, item => item.Last().Available);
        return [.. choices.Where(choice => choice.IsMoved).Select(choice => choice.Move(!IsFree(choice, free)))];
    }

    private static bool IsFree(WaveChoice choice, Dictionary<(Sku Sku, LocationId Location), int> free)
    {
        PlacedLine[] wanted = [.. choice.Now.ExceptBy(choice.Offered.Select(Place), Place)];
        foreach (var units in wanted.GroupBy(placed => (placed.Sku, placed.LocationId)))
        {
            if (free.GetValueOrDefault(units.Key) < units.Sum(placed => placed.Quantity))
            {
                return false;
            }
        }

        foreach (var placed in wanted)
        {
            free[(placed.Sku, placed.LocationId)] -= placed.Quantity;
        }

        return true;

        static (LineId Line, LocationId Location) Place(PlacedLine placed) => (placed.LineId, placed.LocationId);
    }
}
