namespace Dom.Core.Profiles.Forms;

/// <summary>The form of how long locations may think, and what refusals mean.</summary>
internal static class AcceptanceForms
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>The policy.</summary>
    public static RecordForm Policy { get; } = new(
        "an acceptance policy",
        [
            new("acceptWithin", Scalars.Span(TimeSpan.Zero, Longest, above: true), "working time to accept within"),
            new("maxRejects", Scalars.Whole(1, 1000), "refusals after which a line waits"),
            new("reasons", new MapForm(Scalars.Word("none", "quantity", "all"), 100, "reason"), "reasons"),
        ]);
}
