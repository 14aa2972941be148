namespace Dom.Core.Profiles.Forms;

/// <summary>The forms of how goods get to the customer.</summary>
internal static class DeliveryForms
{
    /// <summary>Delivery modes and location groups.</summary>
    public static RecordForm Policy { get; } = new(
        "delivery",
        [
            new("modes", new ListForm(Mode, 100, "mode", key: "mode"), "delivery modes"),
            new("groups", new ListForm(Group, 1000, "location group", key: "group"), "location groups"),
        ]);

    private static RecordForm Mode => new(
        "a delivery mode",
        [
            new("mode", Scalars.Plain, "name", true),
            new("kind", Scalars.Word("ship", "pickup", "shipToStore"), "what it does", true),
            new("handling", Scalars.Span(TimeSpan.Zero, TimeSpan.FromDays(90)), "handling time"),
            new("storeHandling", Scalars.Span(TimeSpan.Zero, TimeSpan.FromDays(90)), "handling time at the store"),
            new("cutOff", Scalars.Clock, "cut-off"),
            new("transit", new ListForm(Zone, 100, "zone"), "transit"),
            new("restDays", new ListForm(Scalars.DayOfWeek, 7, "day", isSet: true), "rest days"),
            new("holidays", new ListForm(Scalars.Day, 1000, "day", isSet: true), "holidays"),
        ]);

    private static RecordForm Zone => new(
        "a zone", [new("maxKm", Scalars.Km, "farthest"), new("days", Scalars.Whole(0, 365, "days"), "days in transit", true)]);

    private static RecordForm Group => new(
        "the use of a location group",
        [
            new("group", Scalars.Printable, "name", true),
            new("ships", Scalars.Flag, "whether its members send", true),
            new("handsOver", Scalars.Flag, "whether customers collect at its members", true),
        ]);
}
