using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Models;
using Dom.Core.Tests.Fulfillment;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Models;

public sealed class SourcingModelPropertyTests
{
    [Fact]
    public void ValuesOf_a_feasible_plan_keep_to_every_row_at_the_plans_cost()
    {
        var tried = 0;

        for (var seed = 0; seed < 2000; seed++)
        {
            var problem = RandomProblems.Make(seed, (ProblemFeatures)new Random(seed).Next(4096));
            var plan = RandomProblems.ToPlan(
                [.. PlainSourcing.Rows(RandomProblems.Plan(problem, new Random(seed))).Where(one => PlainSourcing.Cost(problem, [one]) is not null)]);
            if (PlanChecker.Check(problem, plan) is not PlanCheck.Feasible(var cost))
            {
                continue;
            }

            var model = SourcingModel.Of(problem);
            var values = model.ValuesOf(plan);

            Property.Holds(model.Variables.Select((variable, at) => variable.Cost * values[at]).Sum() == cost, () => $"Seed {seed}: the cost is not {cost}.");
            Property.Holds(model.Variables.Select((variable, at) => values[at] >= 0 && values[at] <= variable.Upper).All(isIn => isIn), () => $"Seed {seed}: out of bounds.");
            foreach (var row in model.Rows)
            {
                var left = row.Terms.Sum(term => term.Coefficient * values[term.Variable]);
                var holds = row.Sense switch { RowSense.AtMost => left <= row.Right, RowSense.AtLeast => left >= row.Right, _ => left == row.Right };
                Property.Holds(holds, () => $"Seed {seed}: {row.Name} has {left}, not {row.Sense} {row.Right}.");
            }

            Property.Holds(
                PlainSourcing.Rows(model.PlanOf(values)).SequenceEqual(PlainSourcing.Rows(plan)), () => $"Seed {seed}: another plan comes back.");
            tried++;
        }

        Assert.InRange(tried, 300, 2000);
    }
}
