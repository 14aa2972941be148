using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Models;
using Dom.Core.Tests.Fulfillment;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Models;

/// <summary>Random small problems of every feature, solved to their optimum by CBC; everything else is held against that.</summary>
public sealed class OptimumTests
{
    private const int InstancesEach = 6;
    private const int MostPlansListed = 3000;

    public static TheoryData<int> Features => [.. Enumerable.Range(0, 12).Select(bit => 1 << bit), (int)ProblemFeatures.None, (int)ProblemFeatures.All];

    [Theory]
    [MemberData(nameof(Features))]
    public void Optimum_lies_between_every_bound_and_every_plan(int features)
    {
        for (var seed = features * 100; seed < (features * 100) + InstancesEach; seed++)
        {
            // Half of the problems have the feature alone, the others with a handful besides.
            var all = (ProblemFeatures)(seed % 2 == 0 ? features : features | new Random(seed).Next(4096));
            var isSmall = seed % 3 == 0;
            var problem = RandomProblems.Make(seed, all, maxOrders: isSmall ? 2 : 8, maxLocations: isSmall ? 3 : 6, maxLines: isSmall ? 2 : 5);

            Compare(problem, $"Seed {seed}, {all}", asMps: seed % 4 < 2);
        }
    }

    [Theory]
    [InlineData(ProblemFeatures.None)]
    [InlineData(ProblemFeatures.Splittable)]
    [InlineData(ProblemFeatures.MaxLocations | ProblemFeatures.SeveralModes)]
    [InlineData(ProblemFeatures.All)]
    internal void Optimum_of_large_orders_lies_between_every_bound_and_every_plan(ProblemFeatures features)
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var problem = RandomProblems.Make(seed, features, maxOrders: 3, maxLocations: 5, maxLines: 14, maxUnits: 4);

            Compare(problem, $"Large, seed {seed}, {features}", asMps: seed == 0);
        }
    }

    private static void Compare(SourcingProblem problem, string name, bool asMps)
    {
        if (problem.LineCount == 0)
        {
            return;
        }

        var model = SourcingModel.Of(problem);
        var solution = Cbc.Solve(model, asMps);
        var optimum = Cost(problem, model.PlanOf(solution.Values.AsSpan()), name);
        Property.Holds(solution.IsOptimal && Math.Abs(solution.Objective - optimum) < 1e-3, () => $"{name}: CBC says {solution}, its plan costs {optimum}.");

        CompareWithAllPlans(problem, optimum, name);
        CompareWithBaselines(problem, optimum, name);
        CompareWithPrices(problem, optimum, name);
        CompareWithSolver(problem, optimum, name);
    }

    private static void CompareWithAllPlans(SourcingProblem problem, long optimum, string name)
    {
        var plans = PlainSourcing.Plans(problem, 0, problem.LineCount).Take(MostPlansListed + 1).ToArray();
        if (plans.Length <= MostPlansListed)
        {
            var best = plans.Min(plan => PlainSourcing.Cost(problem, plan));
            Property.Holds(best == optimum, () => $"{name}: CBC finds {optimum}, the best of all plans costs {best}.");
        }
    }

    private static void CompareWithBaselines(SourcingProblem problem, long optimum, string name)
    {
        var greedy = Cost(problem, GreedyBaseline.Solve(problem), name);
        var nearest = Cost(problem, NearestBaseline.Solve(problem), name);
        Property.Holds(greedy >= optimum && nearest >= optimum, () => $"{name}: optimum {optimum}, greedy {greedy}, nearest {nearest}.");
    }

    private static void CompareWithPrices(SourcingProblem problem, long optimum, string name)
    {
        var random = new Random(1);
        for (var trial = 0; trial < 20; trial++)
        {
            var certificate = RandomCertificates.Make(problem, random);
            var bound = CertificateChecker.Check(problem, certificate, threads: 1).Match(
                proven => proven.LowerBound, refused => throw new InvalidOperationException($"{name}: {refused.Reason}"));
            Property.Holds(bound <= optimum, () => $"{name}, trial {trial}: bound {bound}, optimum {optimum}.");
        }
    }

    private static void CompareWithSolver(SourcingProblem problem, long optimum, string name)
    {
        var solution = HorizonSolver.Solve(problem, new SolverOptions { Threads = 2 });
        Property.Holds(
            solution.LowerBound <= optimum && optimum <= solution.Cost && solution.Cost == Cost(problem, solution.Plan, name),
            () => $"{name}: bound {solution.LowerBound}, optimum {optimum}, cost {solution.Cost}.");
        var proven = CertificateChecker.Check(problem, solution.Certificate, threads: 1).Match(
            proven => proven.LowerBound, refused => throw new InvalidOperationException($"{name}: {refused.Reason}"));
        Property.Holds(
            solution.LowerBound <= proven && proven <= optimum,
            () => $"{name}: the solver says {solution.LowerBound}, its certificate proves {proven}, the optimum is {optimum}.");
    }

    private static long Cost(SourcingProblem problem, AssignmentPlan plan, string name) => PlanChecker.Check(problem, plan).Match(
        feasible => feasible.Cost, infeasible => throw new InvalidOperationException($"{name}: {infeasible.Violations[0].ToSentence(problem)}"));
}
