namespace Dom.Core.Profiles.Forms;

/// <summary>The forms of what profiles, rules and costs hold for.</summary>
internal static class ScopeForms
{
    private const int MostNames = 1000;
    private const int MostSkus = 10_000;

    /// <summary>From when to when something holds.</summary>
    public static RecordForm Effective { get; } = new(
        "a range of days", [new("from", Scalars.Day, "first day"), new("to", Scalars.Day, "last day")], "effective");

    /// <summary>Delivery modes.</summary>
    public static ListForm Modes { get; } = new(Scalars.Plain, 100, "mode", isSet: true);

    /// <summary>At which locations something holds.</summary>
    public static RecordForm Places { get; } = new(
        "a choice of locations",
        [
            new("locations", new ListForm(Scalars.Plain, MostNames, "location", isSet: true), "locations"),
            new("groups", new ListForm(Scalars.Printable, MostNames, "group", isSet: true), "location groups"),
            new("types", new ListForm(Scalars.Word("store", "warehouse", "dc"), 3, "kind", isSet: true), "kinds of locations"),
        ],
        "places");

    /// <summary>For which lines something holds.</summary>
    public static RecordForm Products { get; } = new(
        "a choice of lines",
        [new("skus", Skus, "SKUs"), new("categories", Categories, "categories"), new("modes", Modes, "delivery modes")],
        "products");

    /// <summary>Which lines a profile decides.</summary>
    public static RecordForm Profile { get; } = new(
        "a scope",
        [
            new("legalEntities", Names("legal entity"), "legal entities"),
            new("channels", Names("channel"), "channels"),
            new("countries", new ListForm(Scalars.Text(IsCountry, "an ISO 3166-1 alpha-2 code such as US", "^[A-Z]{2}$"), 250, "country", isSet: true), "countries"),
            new("regions", Names("region"), "regions"),
            new("modes", Modes, "delivery modes"),
            new("skus", Skus, "SKUs"),
            new("categories", Categories, "categories"),
            new("minAmountMinorUnits", Scalars.Money, "least amount of the order"),
            new("maxAmountMinorUnits", Scalars.Money, "greatest amount of the order"),
            new("minPriority", Scalars.Whole(int.MinValue, int.MaxValue), "least priority of the order"),
            new("maxPriority", Scalars.Whole(int.MinValue, int.MaxValue), "greatest priority of the order"),
            new("customerTiers", Names("customer tier"), "customer tiers"),
            new("namesADay", Scalars.Flag, "whether the order names a day"),
        ]);

    private static ListForm Skus => new(Scalars.Printable, MostSkus, "SKU", isSet: true);

    private static ListForm Categories => new(
        Scalars.Text(Catalogue.CategoryPath.IsPath, Catalogue.CategoryPath.Rule, "^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}(/[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}){0,19}$"),
        MostNames,
        "category",
        isSet: true);

    private static ListForm Names(string one) => new(Scalars.Printable, MostNames, one, isSet: true);

    private static bool IsCountry(string text) => text.Length == 2 && text.All(char.IsAsciiLetterUpper);
}
