using Dom.Core.Solving;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Models;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Waves;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Waves;

/// <summary>What a problem says of requests is held against what the rules and costs say of them, by CBC.</summary>
public sealed class WaveProblemPropertyTests
{
    private const int Each = 60;

    public static TheoryData<int> Sets => [.. Enumerable.Range(0, 6)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Optimum_of_a_request_costs_what_sourcing_it_costs(int set)
    {
        var compared = 0;
        for (var seed = set * Each; seed < (set + 1) * Each; seed++)
        {
            var request = RandomWaves.Make(seed);
            compared += WaveProblem.Of([request]).Match(whole => Compare(request, whole.Wave, seed), _ => 0);
        }

        Assert.True(compared >= Each / 4, $"Set {set}: only {compared} of {Each} requests could be written.");
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Optimum_of_assigning_the_same_again_costs_what_sourcing_costs(int set)
    {
        var compared = 0;
        for (var seed = set * Each; seed < (set + 1) * Each; seed++)
        {
            var plain = RandomWaves.Make(seed);
            var request = seed % 2 == 0 ? plain : plain.WithPrices(seed);
            var decision = Core.Sourcing.Sourcing.Source(request);
            compared += decision.Assignments.IsEmpty ? 0 : WaveProblem.Of(request, decision).Match(same => CompareSame(decision, same.Wave, seed), _ => 0);
        }

        Assert.True(compared >= Each / 6, $"Set {set}: only {compared} of {Each} requests could be written.");
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Optimum_of_several_requests_costs_no_more_than_one_after_the_other(int set)
    {
        var compared = 0;
        for (var seed = set * Each; seed < (set + 1) * Each; seed++)
        {
            var first = RandomWaves.Make(seed, maxLines: 2);
            var second = first with { OrderId = new($"{first.OrderId}-2"), Lines = [.. RandomWaves.Make(seed + 9000, maxLines: 2).Lines.Select(line => line with { PickupLocationId = null })] };
            compared += WaveProblem.Of([first, second]).Match(both => CompareBoth([first, second], both.Wave, seed), _ => 0);
        }

        Assert.True(compared >= Each / 10, $"Set {set}: only {compared} of {Each} pairs could be written.");
    }

    private static int Compare(SourcingRequest request, WaveProblem wave, int seed)
    {
        var decision = Core.Sourcing.Sourcing.Source(request);
        var (plan, optimum) = Solve(wave, seed);
        var solution = HorizonSolver.Solve(wave.Problem, new SolverOptions { Threads = 1 });

        var again = wave.Decide(plan, "cbc", optimum + wave.ConstantMinorUnits)[0];

        Same(decision.Cost.TotalMinorUnits, optimum + wave.ConstantMinorUnits, seed, "the optimum");
        Same(decision.Cost.TotalMinorUnits, again.Cost.TotalMinorUnits, seed, "the decision of the optimum");
        Same(decision.Cost.TotalMinorUnits, PlanChecker.Cost(wave.Problem, wave.PlanOf(decision)) + wave.ConstantMinorUnits, seed, "the plan of the decision");
        Assert.True(solution.LowerBound <= optimum && optimum <= solution.Cost, $"Seed {seed}: the optimum {optimum} is not within {solution.LowerBound} and {solution.Cost}.");
        return 1;
    }

    private static int CompareSame(SourcingDecision decision, WaveProblem wave, int seed)
    {
        var (plan, optimum) = Solve(wave, seed);

        var again = wave.Decide(plan, "cbc", 0)[0];

        Same(decision.Cost.TotalMinorUnits, optimum + wave.ConstantMinorUnits, seed, "the optimum");
        Same(decision.Cost.TotalMinorUnits, again.Cost.TotalMinorUnits, seed, "the decision of the optimum");
        Assert.Equal(decision.Unassigned.Sum(left => left.Quantity), again.Unassigned.Sum(left => left.Quantity));
        return 1;
    }

    private static int CompareBoth(SourcingRequest[] requests, WaveProblem wave, int seed)
    {
        var (plan, optimum) = Solve(wave, seed);

        var decisions = wave.Decide(plan, "cbc", 0);

        Same(optimum + wave.ConstantMinorUnits, decisions.Sum(decision => decision.Cost.TotalMinorUnits), seed, "the decisions of the optimum");
        Assert.True(requests.Sum(request => Core.Sourcing.Sourcing.Source(request).Cost.TotalMinorUnits) <= optimum + wave.ConstantMinorUnits, $"Seed {seed}: both cost less than each alone.");
        return 1;
    }

    private static (AssignmentPlan Plan, long Optimum) Solve(WaveProblem wave, int seed)
    {
        var model = SourcingModel.Of(wave.Problem);
        if (model.Variables.IsEmpty)
        {
            return (AssignmentPlan.Of([]), 0);
        }

        var solution = Cbc.Solve(model, asMps: seed % 2 == 0);
        var plan = model.PlanOf(solution.Values.AsSpan());
        return (plan, PlanChecker.Cost(wave.Problem, plan));
    }

    private static void Same(long expected, long actual, int seed, string what) => Assert.True(expected == actual, $"Seed {seed}: {what} costs {actual}, not {expected}.");
}
