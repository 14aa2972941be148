namespace Dom.Core.Profiles.Forms;

/// <summary>The forms of the rules, each kind with its own settings.</summary>
internal static class RuleForms
{
    private const int MostUnits = 1_000_000;
    private static readonly TimeSpan MostCoolingOff = TimeSpan.FromDays(365);

    /// <summary>A rule of any kind.</summary>
    public static KindForm Rule { get; } = new("rule", new Dictionary<string, RecordForm>
    {
        ["minimumInventory"] = Of(new FormField("units", Units, "units kept back", true)),
        ["inventoryThreshold"] = Of(new FormField("units", Units, "least units available", true)),
        ["locationPriority"] = Of(new FormField("priority", Scalars.Whole(1, 10), "priority", true)),
        ["partialOrders"] = Of(
            new FormField("orders", Scalars.Flag, "whether orders may be fulfilled in part"),
            new FormField("lines", Scalars.Flag, "whether lines may be split"),
            new FormField("maximumLocations", Scalars.Whole(1, 1000), "maximum locations of an order")),
        ["unsplittable"] = Of(new FormField("belowMinorUnits", Scalars.Money, "amount below which orders are not split")),
        ["minimumParcelValue"] = Of(new FormField("minorUnits", Scalars.Money, "least value of the goods of each location", true)),
        ["offlineLocation"] = Of(),
        ["maximumRejects"] = Of(
            new FormField("refusals", Scalars.Whole(1, 1000), "refusals after which a location cools off", true),
            new FormField("coolingOff", Scalars.Span(TimeSpan.Zero, MostCoolingOff, above: true), "cooling-off", true)),
        ["maximumDistance"] = Of(new FormField("km", Scalars.Km, "maximum distance", true)),
        ["dailyLimit"] = Of(
            new FormField("orders", Units, "orders a day"),
            new FormField("lines", Units, "order lines a day"),
            new FormField("units", Units, "units a day")),
        ["maximumLocationsPerLine"] = Of(new FormField("locations", Scalars.Whole(1, 1000), "maximum locations of a line", true)),
        ["keepTogether"] = Of(),
        ["deliveryDate"] = Of(new FormField("graceDays", Scalars.Whole(0, 365, "days"), "days of grace")),
        ["localRadius"] = Of(new FormField("km", Scalars.Above0(Scalars.MostKm, "km"), "radius", true)),
        ["excludeLine"] = Of(),
    });

    private static Form Units => Scalars.Whole(0, MostUnits);

    private static RecordForm Of(params FormField[] own) => new(
        "a rule",
        [
            new("id", Scalars.Plain, "name", true),
            .. own,
            new("isHard", Scalars.Flag, "whether it is hard"),
            new("importance", Scalars.Whole(1, 10), "importance"),
            new("effective", ScopeForms.Effective, "days on which it holds"),
            new("isDisabled", Scalars.Flag, "whether it is switched off"),
            new("at", ScopeForms.Places, "where it holds"),
            new("for", ScopeForms.Products, "what it holds for"),
        ]);
}
