namespace Dom.Core.Profiles.Forms;

/// <summary>The form of a whole profile.</summary>
internal static class ProfileForm
{
    /// <summary>Most rules of a profile.</summary>
    public const int MostRules = 500;

    /// <summary>Highest version.</summary>
    public const int MostVersions = 999_999;

    private const int MostNameLength = 200;
    private const int MostNoteLength = 1000;

    /// <summary>The profile.</summary>
    public static RecordForm Root { get; } = new(
        "a profile",
        [
            new("profileId", Scalars.Plain, "id"),
            new("version", Scalars.Whole(0, MostVersions), "version"),
            new("name", Scalars.Text(IsName, "a name of 1 to 200 characters, none of them a control character", @"^[^\p{Cc}]{1,200}$"), "name", true),
            new("note", Note, "note"),
            new("effective", ScopeForms.Effective, "days on which it decides"),
            new("scope", ScopeForms.Profile, "scope"),
            new("alternate", Scalars.Plain, "alternate"),
            new("isOnlyAlternate", Scalars.Flag, "whether it is only an alternate of others"),
            new("takesOverOrders", Scalars.Flag, "whether it takes over orders of earlier versions"),
            new("rules", new ListForm(RuleForms.Rule, MostRules, "rule", key: "id"), "rules"),
            new("conflicts", Conflicts, "conflicts"),
            new("delivery", DeliveryForms.Policy, "delivery"),
            new("solver", Solver, "solver"),
            new("costs", CostForms.Factors, "costs", true),
            new("scarcity", Scarcity, "scarcity"),
            new("waves", Waves, "waves"),
            new("acceptance", AcceptanceForms.Policy, "acceptance"),
        ]);

    /// <summary>Why a version was published.</summary>
    public static Form Note => Scalars.Text(IsNote, "a text of at most 1000 characters, none of them a control character but the end of a line", @"^([^\p{Cc}]|\n){0,1000}$");

    private static RecordForm Conflicts => new(
        "what holds where several rules do",
        [
            new("highestDailyLimitCounts", Scalars.Flag, "whether the highest daily limit counts"),
            new("categoryWinsOverSupplementary", Scalars.Flag, "whether a category wins over a supplementary one"),
        ]);

    private static RecordForm Solver => new(
        "solver settings",
        [
            new("exact", Scalars.Word("never", "aboveGap", "always"), "when CP-SAT is asked"),
            new("gapPerMille", Scalars.Whole(0, 1000, "thousandths"), "gap that is good enough"),
            new("exactTime", Scalars.Span(TimeSpan.Zero, TimeSpan.FromMinutes(5), above: true), "time of CP-SAT"),
        ]);

    private static RecordForm Scarcity => new(
        "scarcity settings",
        [
            new("isUsed", Scalars.Flag, "whether scarcity prices are charged"),
            new("strengthPerMille", Scalars.Whole(0, 2000, "thousandths"), "strength"),
            new("driftDampingPerMille", Scalars.Whole(0, 10_000, "thousandths"), "damping by drift"),
            new("maxAge", Scalars.Span(TimeSpan.Zero, TimeSpan.FromDays(365), above: true), "greatest age of the prices"),
        ]);

    private static RecordForm Waves => new("wave settings", [new("movesOffers", Scalars.Flag, "whether waves move what is offered and not accepted")]);

    private static bool IsName(string text) => text.Length is >= 1 and <= MostNameLength && !text.Any(char.IsControl);

    private static bool IsNote(string text) => text.Length <= MostNoteLength && !text.Any(letter => char.IsControl(letter) && letter != '\n');
}
