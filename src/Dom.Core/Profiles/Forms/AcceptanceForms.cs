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
            new("deadlines", new ListForm(Offers("a deadline", new FormField("acceptWithin", Scalars.Span(TimeSpan.Zero, Longest, above: true), "working time to accept within", true)), 100, "deadline"), "deadlines"),
            new("warnBefore", Scalars.Span(TimeSpan.Zero, Longest, above: true), "warning before the deadline"),
            new("expiresAtClosing", Scalars.Flag, "whether offers expire at closing"),
            new("needsFullTime", Scalars.Flag, "whether a location needs its whole time before closing"),
            new("autoAccept", new ListForm(Offers("a choice of offers"), 100, "choice"), "offers accepted by themselves"),
            new("allowsPartialAccept", Scalars.Flag, "whether offers may be accepted in part"),
            new("uncountedReasons", new ListForm(Scalars.Plain, 100, "reason", isSet: true), "reasons that do not count"),
            new("reasonsWithoutCoolingOff", new ListForm(Scalars.Plain, 100, "reason", isSet: true), "reasons without cooling-off"),
            new("coolOffAfterReject", Scalars.Span(TimeSpan.Zero, TimeSpan.FromDays(365), above: true), "cooling-off after a rejection"),
            new("coolOffAfterExpiry", Scalars.Span(TimeSpan.Zero, TimeSpan.FromDays(365), above: true), "cooling-off after an expiry"),
            new("reroutesCollateral", Scalars.Flag, "whether other offers of the SKU are taken back"),
            new("maxRejects", Scalars.Whole(1, 1000), "refusals after which a line waits"),
            new("reasons", new MapForm(Scalars.Word("none", "quantity", "all"), 100, "reason"), "reasons"),
        ]);

    private static RecordForm Offers(string words, params FormField[] own) => new(
        words, [new("mode", Scalars.Plain, "delivery mode"), new("type", Scalars.Word("store", "warehouse", "dc"), "kind of location"), .. own]);
}
