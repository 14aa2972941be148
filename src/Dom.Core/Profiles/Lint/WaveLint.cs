namespace Dom.Core.Profiles.Lint;

/// <summary>Waves and the cost of churn that do not go together: a cost that nobody charges, or moves that cost nothing.</summary>
internal static class WaveLint
{
    /// <summary>What is found.</summary>
    /// <param name="subject">The profile.</param>
    public static IEnumerable<LintFinding> Of(LintSubject subject)
    {
        var (moves, churn) = (subject.Profile.Waves.MovesOffers, subject.Profile.Costs.ChurnMinorUnits);
        if (!moves && churn > 0)
        {
            yield return LintSubject.Finding(
                LintSeverity.Hint, "churnUncharged", "costs.churnMinorUnits", "The cost of churn is charged by waves alone, and waves.movesOffers lets them move nothing.");
        }

        if (moves && churn == 0)
        {
            yield return LintSubject.Finding(
                LintSeverity.Warning, "movesForNothing", "waves.movesOffers", "Waves take an offer from its store to save a single minor unit: costs.churnMinorUnits is 0.");
        }
    }
}
