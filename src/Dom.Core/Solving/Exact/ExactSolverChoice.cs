using System.Globalization;

namespace Dom.Core.Solving.Exact;

/// <summary>Whether the exact solver goes to work on a plan, and why.</summary>
/// <param name="IsUsed">Whether it does.</param>
/// <param name="Sentence">Why, for people, with the numbers.</param>
public sealed record ExactSolverChoice(bool IsUsed, string Sentence)
{
    /// <summary>Chooses.</summary>
    /// <param name="settings">What the profile wants.</param>
    /// <param name="gap">The plan's gap, 0 to 1.</param>
    /// <param name="choices">The problem's <see cref="Choices"/>.</param>
    /// <param name="unavailable">Why there is no exact solver; none where there is one.</param>
    public static ExactSolverChoice Of(ExactSolverSettings settings, double gap, long choices, string? unavailable)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Use switch
        {
            ExactSolverUse.Never => No($"The profile does not use the exact solver."),
            _ when unavailable is not null => No($"{unavailable}"),
            _ when gap <= 0 => No($"The plan is proven to be the cheapest."),
            ExactSolverUse.AboveTolerance when gap <= settings.Tolerance => No($"The plan's gap of {gap:P3} is within the tolerance of {settings.Tolerance:P3}."),
            _ when choices > settings.MaxChoices => No($"The problem has {choices} choices of a location for a line, more than the {settings.MaxChoices} that the exact solver is given."),
            ExactSolverUse.AboveTolerance => new(true, Text($"The plan's gap of {gap:P3} is above the tolerance of {settings.Tolerance:P3}.")),
            _ => new(true, Text($"The profile always uses the exact solver, and the plan's gap is {gap:P3}.")),
        };
    }

    /// <summary>How many choices of a location for a line a problem has, by its stock: the exact solver's model grows with them.</summary>
    /// <param name="problem">The problem.</param>
    public static long Choices(SourcingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        long choices = 0;
        foreach (var sku in problem.Lines.Sku)
        {
            choices += problem.Stock.RowStart[sku + 1] - problem.Stock.RowStart[sku];
        }

        return choices;
    }

    private static ExactSolverChoice No(FormattableString sentence) => new(false, Text(sentence));

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
