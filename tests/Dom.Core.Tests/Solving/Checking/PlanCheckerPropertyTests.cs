using Dom.Core.Solving.Checking;
using Dom.Core.Tests.Fulfillment;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Checking;

public sealed class PlanCheckerPropertyTests
{
    [Fact]
    public void Check_agrees_with_the_rules_written_plainly()
    {
        var feasible = 0;

        for (var seed = 0; seed < 4000; seed++)
        {
            var features = (ProblemFeatures)new Random(seed).Next(4096);
            var problem = RandomProblems.Make(seed, features);
            var plan = RandomProblems.Plan(problem, new Random(seed));
            if (seed % 4 > 0)
            {
                // What breaks a rule by itself goes, or few plans would be feasible.
                plan = RandomProblems.ToPlan([.. PlainSourcing.Rows(plan).Where(one => PlainSourcing.Cost(problem, [one]) is not null)]);
            }

            var expected = PlainSourcing.Cost(problem, PlainSourcing.Rows(plan));
            var found = PlanChecker.Check(problem, plan).Match<long?>(good => good.Cost, _ => null);

            Property.Holds(found == expected, () => $"Seed {seed}: {found}, expected {expected}.");
            feasible += expected is null ? 0 : 1;
        }

        Assert.InRange(feasible, 500, 3500);
    }
}
