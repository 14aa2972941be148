using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Solving;

namespace Dom.Core.Sourcing.Waves;

/// <summary>
/// Decides anew, together, what is offered and not accepted and what found nothing, and says which orders are worth moving. Pure. First each order is looked at by
/// itself, in the order in which they came, with what the others leave. Then the orders of one profile are solved as one problem, those that it can hold; what that
/// proposes is taken where all together cost less by it.
/// </summary>
public static class Reoptimisation
{
    // A wave that suits nobody even without those whom it did not suit before is mostly one that saves nothing.
    private const int MostTries = 3;

    /// <summary>Decides a wave.</summary>
    /// <param name="demands">The orders, each once.</param>
    /// <param name="supply">What there is; what is offered to the orders counts as held.</param>
    /// <param name="options">How long and how hard to try to solve orders together.</param>
    /// <param name="cancellationToken">Ends the solve early, with the best plan so far.</param>
    /// <returns>
    /// The moves; all together they cost less than what is offered now, and no more than if each order was decided by itself, with the churn cost of each line that
    /// changes its location. An order that does not gain by itself is moved only where others cannot gain without it.
    /// </returns>
    public static WavePlan Decide(ImmutableArray<WaveDemand> demands, WaveSupply supply, SolverOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(supply);
        WaveChoice[] choices =
        [
            .. demands.OrderBy(demand => demand.Since).ThenBy(demand => demand.OrderId.Value, StringComparer.Ordinal)
                .Select(demand => WaveChoice.Of(demand, supply)).OfType<WaveChoice>(),
        ];

        // One after the other first: what is decided together is to cost less than that.
        var (left, together, isBetter) = (SolveAlone(choices, supply), 0, false);
        foreach (var group in choices.GroupBy(choice => new ProfileVersion(choice.Demand.Profile.ProfileId, choice.Demand.Profile.Version)))
        {
            var (rest, solved) = SolveTogether([.. group], left, options, cancellationToken);
            (left, together, isBetter) = (rest, together + solved, isBetter || !ReferenceEquals(rest, left));
        }

        _ = isBetter ? SolveAlone(choices, left) : left;
        return new WavePlan(Moves(choices, supply), together, choices.Count(choice => choice.IsServed));
    }

    private static WaveSupply SolveAlone(WaveChoice[] choices, WaveSupply left) => choices.Aggregate(left, (rest, choice) => SolveAlone(choice, rest));

    private static WaveSupply SolveAlone(WaveChoice choice, WaveSupply left)
    {
        var free = left.With(choice.Now);
        if (Sourcing.SourceBelow(choice.Request(free), choice.MinorUnits) is { } decision && choice.Keeps(decision))
        {
            choice.Take(decision);
        }

        return free.Without(choice.Now);
    }

    private static (WaveSupply Left, int Solved) SolveTogether(WaveChoice[] group, WaveSupply left, SolverOptions options, CancellationToken cancellationToken)
    {
        var fit = group;
        for (var tries = 1; ; tries++)
        {
            (fit, var free, var wave) = Write(fit, left);
            if (wave is null)
            {
                return (left, 0);
            }

            var solution = HorizonSolver.Solve(wave.Problem, options, null, cancellationToken);
            var proposed = wave.Propose(solution.Plan, SearchSummary.HorizonSolver);
            var (decisions, rest) = Complete(fit, proposed, free);
            var isKept = fit.Zip(decisions, (choice, decision) => choice.Keeps(decision)).ToArray();
            var solved = proposed.Count(decision => decision is not null);
            if (Array.TrueForAll(isKept, keeps => keeps) && decisions.Sum(decision => decision.Cost.TotalMinorUnits) < fit.Sum(choice => choice.MinorUnits))
            {
                foreach (var (choice, decision) in fit.Zip(decisions))
                {
                    choice.Take(decision);
                }

                return (StayWherePossible(fit, rest), solved);
            }

            // Whoever the plan does not suit keeps what it has, and the others try without it.
            WaveChoice[] others = [.. fit.Where((_, at) => isKept[at] && proposed[at] is not null)];
            if (others.Length == fit.Length || tries == MostTries || solution.StoppedBy == StopReason.Time)
            {
                return (left, solved);
            }

            fit = others;
        }
    }

    // What one order asks that a problem cannot hold keeps no other out.
    private static (WaveChoice[] Choices, WaveSupply Free, WaveProblem? Wave) Write(WaveChoice[] choices, WaveSupply left)
    {
        if (choices.Length < 2)
        {
            return (choices, left, null);
        }

        var free = Return(left, choices);
        var orders = Proposals(choices, free);
        if (Written(orders) is { } wave)
        {
            return (choices, free, wave);
        }

        WaveChoice[] fit = [.. choices.Where((_, at) => Written([orders[at]]) is not null)];
        free = Return(left, fit);
        return (fit, free, fit.Length < 2 || fit.Length == choices.Length ? null : Written(Proposals(fit, free)));
    }

    // Who cannot take its part of the plan as it is chooses by itself among what those leave who can.
    private static (SourcingDecision[] Decisions, WaveSupply Left) Complete(WaveChoice[] choices, ImmutableArray<SourcingDecision?> proposed, WaveSupply free)
    {
        var left = proposed.OfType<SourcingDecision>().Aggregate(free, (supply, decision) => supply.Without(WaveChoice.Placed(decision)));
        var decisions = new SourcingDecision[choices.Length];
        for (var at = 0; at < decisions.Length; at++)
        {
            if (proposed[at] is { } part)
            {
                decisions[at] = part;
            }
            else
            {
                decisions[at] = Sourcing.Source(choices[at].Request(left));
                left = left.Without(WaveChoice.Placed(decisions[at]));
            }
        }

        return (decisions, left);
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

    private static WaveOrder[] Proposals(WaveChoice[] choices, WaveSupply free) => Array.ConvertAll(choices, choice => new WaveOrder(choice.Request(free), null, isProposal: true));

    private static WaveProblem? Written(WaveOrder[] orders) => WaveProblem.Of(orders).Match(whole => whole.Wave.Problem.LineCount > 0 ? whole.Wave : null, _ => null);

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
