namespace Dom.Core.Profiles.Forms;

/// <summary>The forms of what fulfilling costs.</summary>
internal static class CostForms
{
    private const int MostCosts = 500;
    private const long MostGrams = 1_000_000_000;

    /// <summary>All costs.</summary>
    public static RecordForm Factors { get; } = new(
        "costs",
        [
            new("currency", Scalars.Text(text => text.Length == 3 && text.All(char.IsAsciiLetterUpper), "an ISO 4217 code such as USD", "^[A-Z]{3}$"), "currency", true),
            new("parcelMinorUnits", Scalars.Money, "cost of each parcel"),
            new("minorUnitsPer100Km", Scalars.Money, "cost of each parcel for 100 km"),
            new("unitMinorUnits", Scalars.Money, "cost of handling each unit"),
            new("unassignedUnitMinorUnits", Scalars.Money, "cost of a unit left unassigned"),
            new("shipping", new ListForm(Shipping, MostCosts, "shipping cost", key: "id"), "shipping costs"),
            new("handling", new ListForm(Handling, MostCosts, "handling cost", key: "id"), "handling costs"),
            new("splitMinorUnits", Scalars.Money, "cost of each location beyond the first"),
            new("priorityStepMinorUnits", Scalars.Money, "cost of each step of priority"),
            new("lateness", Lateness, "lateness"),
            new("refusal", Refusal, "refusal"),
            new("carbon", Carbon, "carbon"),
            new("churnMinorUnits", Scalars.Money, "cost of changing what was offered"),
        ]);

    private static RecordForm Shipping => new(
        "a shipping cost",
        [
            new("id", Scalars.Plain, "name", true),
            new("modes", ScopeForms.Modes, "delivery modes"),
            new("at", ScopeForms.Places, "where it holds"),
            new("effective", ScopeForms.Effective, "days on which it holds"),
            new("parcelMinorUnits", Scalars.Money, "cost of each parcel"),
            new("minorUnitsPer100Km", Scalars.Money, "cost for 100 km"),
            new("tiers", new ListForm(Tier, 100, "tier"), "tiers"),
            new("rates", Rates, "rates"),
            new("dimensionalDivisor", Scalars.Whole(1, 1_000_000, "cubic centimetres"), "volume that counts as a kilogram"),
            new("surcharges", new ListForm(Surcharge, 100, "surcharge", key: "name"), "surcharges"),
        ]);

    private static RecordForm Tier => new(
        "a tier",
        [
            new("maxKm", Scalars.Km, "farthest"),
            new("minorUnits", Scalars.Money, "cost of each parcel"),
            new("minorUnitsPer100Km", Scalars.Money, "cost for 100 km"),
        ]);

    private static RecordForm Rates => new(
        "a table of rates",
        [
            new("zoneKm", new ListForm(Scalars.Km, 100, "zone", least: 1, isOpen: true), "farthest distance of each zone", true),
            new("bandGrams", new ListForm(Scalars.Whole(0, MostGrams, "g"), 1000, "band", least: 1, isOpen: true), "greatest weight of each band", true),
            new("minorUnits", new ListForm(Scalars.Money, 100_000, "rate", least: 1), "costs by zone and band", true),
        ]);

    private static RecordForm Surcharge => new(
        "a surcharge",
        [
            new("name", Scalars.Printable, "name", true),
            new("minorUnits", Scalars.Money, "amount", true),
            new("for", ScopeForms.Products, "what it holds for"),
            new("postalPrefixes", new ListForm(Scalars.Printable, 10_000, "beginning", isSet: true), "beginnings of postal codes"),
            new("isPerUnit", Scalars.Flag, "whether each unit is charged"),
        ]);

    private static RecordForm Handling => new(
        "a handling cost",
        [
            new("id", Scalars.Plain, "name", true),
            new("at", ScopeForms.Places, "where it holds"),
            new("for", ScopeForms.Products, "what it holds for"),
            new("effective", ScopeForms.Effective, "days on which it holds"),
            new("unitMinorUnits", Scalars.Money, "cost of each unit"),
            new("lineMinorUnits", Scalars.Money, "cost of each line"),
            new("locationMinorUnits", Scalars.Money, "cost of each location"),
            new("orderMinorUnits", Scalars.Money, "cost of each order"),
            new("secondsPerUnit", Scalars.Whole(0, 86_400, "seconds"), "labour for each unit"),
            new("hourMinorUnits", Scalars.Money, "cost of an hour of labour"),
        ]);

    private static RecordForm Lateness => new(
        "costs of lateness",
        [
            new("lineDayMinorUnits", Scalars.Money, "cost of each line and day"),
            new("mostDays", Scalars.Whole(1, 3650, "days"), "days beyond which it costs no more"),
        ]);

    private static RecordForm Refusal => new(
        "costs of refusals",
        [
            new("lineMinorUnits", Scalars.Money, "cost of a refused line"),
            new("priorPerMille", Scalars.Whole(0, 1000, "thousandths"), "likelihood where nothing is known"),
            new("priorOffers", Scalars.Whole(1, 1_000_000, "offers"), "weight of the kind's history"),
        ]);

    private static RecordForm Carbon => new(
        "carbon",
        [
            new("parcelGrams", Scalars.Whole(0, MostGrams, "g"), "emission of each parcel"),
            new("milligramsPerKgKm", Scalars.Whole(0, MostGrams, "mg"), "emission for each kilogram and kilometre"),
            new("tonneMinorUnits", Scalars.Money, "price of a tonne"),
        ]);
}
