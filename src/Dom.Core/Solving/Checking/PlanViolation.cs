using System.Globalization;

namespace Dom.Core.Solving.Checking;

/// <summary>One rule that a plan breaks, and where.</summary>
/// <param name="Rule">The rule, which says what number and limit are.</param>
/// <param name="Order">The order, by its index; none where the plan's form is wrong.</param>
/// <param name="Line">The line, by its index; none where the rule is not about one line.</param>
/// <param name="Location">The location, by its index; none where the rule is not about one location.</param>
/// <param name="Number">What the plan has.</param>
/// <param name="Limit">What is allowed.</param>
public readonly record struct PlanViolation(PlanRule Rule, int? Order, int? Line, int? Location, double Number, double Limit)
{
    /// <summary>The violation for people, with the ids of what it names.</summary>
    /// <param name="problem">The problem whose plan it is.</param>
    public string ToSentence(SourcingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var order = Order is int o ? $", order {problem.Orders.Ids[o]}" : "";
        var line = Line is int l ? $", line {problem.Lines.Ids[l]}" : "";
        var location = Location is int at ? $", location {problem.Locations.Ids[at]}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Rule}{order}{line}{location}: {Number}, allowed {Limit}.");
    }
}
