using Dom.Core.Profiles.Costs;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Costs;

/// <summary>Says with numbers why a term is so much. Amounts are minor units.</summary>
/// <param name="screening">The screened request.</param>
/// <param name="charges">What is charged.</param>
internal sealed class CostSentences(Screening screening, Charges charges)
{
    private const double MetresInKm = 1000;
    private const double GramsInKg = 1000;
    private const double MillionthsInPercent = 10_000;

    private CostFactors Costs => screening.Request.Profile.Costs;

    /// <summary>What a shipping cost charges flat, by distance and by tier.</summary>
    /// <param name="tariff">The tariff.</param>
    /// <param name="metres">How far the parcel goes.</param>
    public static string Shipping(Tariff tariff, int metres)
    {
        var (flat, per100Km, tiers) = (tariff.Cost.ParcelMinorUnits, tariff.Cost.MinorUnitsPer100Km, tariff.Cost.Tiers);
        var where = "";
        if (tariff.TierOf(metres) is >= 0 and var tier)
        {
            (flat, per100Km) = (flat + tiers[tier].MinorUnits, per100Km + tiers[tier].MinorUnitsPer100Km);
            where = Invariant($", tier {tier + 1} ({Limit(tiers[tier].MaxKm, "km")})");
        }

        var byDistance = per100Km == 0 ? "" : Invariant($"{(flat == 0 ? "" : " and ")}{per100Km} for 100 km");
        return Invariant($"'{tariff.Cost.Id}'{where}, {metres / MetresInKm:0.#} km: {(flat == 0 ? "" : Invariant($"{flat}"))}{byDistance}.");
    }

    /// <summary>What a table of zones and weights charges.</summary>
    /// <param name="tariff">The tariff.</param>
    /// <param name="zone">The parcel's zone.</param>
    /// <param name="band">Its band.</param>
    /// <param name="contents">What is in it.</param>
    public static string Rate(Tariff tariff, int zone, int band, in ParcelContents contents)
    {
        var rates = tariff.Cost.Rates!;
        return Invariant($"'{tariff.Cost.Id}', zone {zone + 1} ({Limit(rates.ZoneKm[zone], "km")}), {Weight(tariff, contents)}, band {band + 1} ")
            + Invariant($"({Limit(rates.BandGrams[band] / GramsInKg, "kg")}): {tariff.Rate(zone, band)}.");
    }

    /// <summary>Why no tariff takes a parcel: it goes too far, or is too heavy.</summary>
    /// <param name="way">Number of its way.</param>
    /// <param name="location">Index of the location that would send it.</param>
    /// <param name="contents">What is in it.</param>
    /// <exception cref="InvalidOperationException">A tariff takes it.</exception>
    public Exclusion NoTariff(int way, int location, in ParcelContents contents)
    {
        var tariff = charges.Parcels.TariffOf(way, location) ?? throw new InvalidOperationException("No tariff holds for the parcel, so none refuses it.");
        var (metres, rates) = (charges.Parcels.Metres(way, location), tariff.Cost.Rates);
        var most = tariff.Cost.Tiers.IsEmpty || tariff.TierOf(metres) >= 0 ? rates?.ZoneKm[^1] : tariff.Cost.Tiers[^1].MaxKm;
        if (tariff.ByDistance(metres) is null || (rates is not null && tariff.ZoneOf(metres) < 0))
        {
            return new Exclusion(Exclusion.Tariff, Invariant($"{metres / MetresInKm:0.#} km; '{tariff.Cost.Id}' sends up to {most:0.###} km."))
            {
                Limit = most,
                Actual = Math.Round(metres / MetresInKm, 3),
            };
        }

        var (heaviest, billed) = (rates!.BandGrams[^1], tariff.Billed(contents.Grams, contents.CubicMillimetres));
        return new Exclusion(
            Exclusion.Tariff,
            Invariant($"{Weight(tariff, contents)}; '{tariff.Cost.Id}' sends up to {heaviest / GramsInKg:0.###} kg."))
        {
            Limit = heaviest / GramsInKg,
            Actual = billed / GramsInKg,
        };
    }

    /// <summary>What a surcharge adds.</summary>
    /// <param name="surcharge">The surcharge.</param>
    /// <param name="units">Units in the parcel that it is for.</param>
    public static string Surcharge(Surcharge surcharge, long units) =>
        surcharge.IsPerUnit ? Invariant($"'{surcharge.Name}', {units} units at {surcharge.MinorUnits}.") : Invariant($"'{surcharge.Name}', once for the parcel.");

    /// <summary>What an emission costs.</summary>
    /// <param name="grams">Grams of CO2 equivalent.</param>
    public string Carbon(long grams) => Invariant($"{grams} g of CO2 equivalent at {Costs.Carbon.TonneMinorUnits} a tonne.");

    /// <summary>What a location's priority costs.</summary>
    /// <param name="location">Index of the location.</param>
    public string Priority(int location) => charges.PriorityOf(location) is <= 10 and var priority
        ? Invariant($"Priority {priority}: {priority - 1} steps beyond the best at {Costs.PriorityStepMinorUnits}.")
        : Invariant($"No priority: 10 steps beyond the best at {Costs.PriorityStepMinorUnits}.");

    /// <summary>What handling costs.</summary>
    /// <param name="location">Index of the location.</param>
    /// <param name="unitsOfLine">Units of each line.</param>
    public string Handling(int location, int[] unitsOfLine) => Join(charges.Handling.HoldingAt(location).Select(cost =>
    {
        var (units, lines) = Held(cost, location, unitsOfLine);
        string[] parts =
        [
            cost.UnitMinorUnits == 0 || units == 0 ? "" : Invariant($"{units} units at {cost.UnitMinorUnits}"),
            cost.LineMinorUnits == 0 || lines == 0 ? "" : Invariant($"{lines} lines at {cost.LineMinorUnits}"),
            cost.LocationMinorUnits == 0 ? "" : Invariant($"the location at {cost.LocationMinorUnits}"),
        ];
        return (cost.Id, Text: string.Join(", ", parts.Where(part => part.Length > 0)));
    }));

    /// <summary>What labour costs.</summary>
    /// <param name="location">Index of the location.</param>
    /// <param name="unitsOfLine">Units of each line.</param>
    public string Labour(int location, int[] unitsOfLine) => Join(charges.Handling.HoldingAt(location).Select(cost =>
    {
        var (units, _) = Held(cost, location, unitsOfLine);
        return (cost.Id, Text: cost.SecondsPerUnit == 0 || cost.HourMinorUnits == 0 || units == 0
            ? ""
            : Invariant($"{units} units of {cost.SecondsPerUnit} s at {cost.HourMinorUnits} an hour"));
    }));

    /// <summary>What lateness costs.</summary>
    /// <param name="location">Index of the location.</param>
    /// <param name="unitsOfLine">Units of each line.</param>
    public string Lateness(int location, int[] unitsOfLine)
    {
        var lines = Lines(unitsOfLine).Where(line => charges.Lateness.Line(line, location) > 0).Select(line =>
        {
            var arrives = charges.Lateness.ArrivalOf(line, location).Day is { } day ? Invariant($"arrives on {day:yyyy-MM-dd}") : "never arrives";
            return Invariant($"line '{screening.Request.Lines[line].LineId}' {arrives}, {charges.Lateness.DaysLate(line, location)} days late");
        });
        return Invariant($"Wanted by {screening.Request.Order.RequestedDeliveryDate:yyyy-MM-dd}; {string.Join("; ", lines)}; a line and day costs {Costs.Lateness.LineDayMinorUnits}.");
    }

    /// <summary>What refusals are expected to cost.</summary>
    /// <param name="location">Index of the location.</param>
    /// <param name="unitsOfLine">Units of each line.</param>
    public string Refusals(int location, int[] unitsOfLine)
    {
        var lines = Lines(unitsOfLine).GroupBy(line => charges.Refusals.Chance(line, location)).OrderBy(group => group.First())
            .Select(group => Invariant($"{group.Count()} lines refused {group.Key / MillionthsInPercent:0.##} % of the time"));
        var history = screening.Request.Answers.GetValueOrDefault(screening.Locations[location].LocationId);
        var categories = Lines(unitsOfLine).Select(line => charges.Refusals.Known(line, location)).OfType<CategoryAnswers>().Distinct()
            .Select(known => Invariant($", of {known.History.Offered} in '{known.Category}' {known.History.Refused}"));
        return Invariant($"{string.Join(", ", lines)}, at {Costs.Refusal.LineMinorUnits} each; of {history.Offered} lines offered it refused {history.Refused}{string.Concat(categories)}.");
    }

    private (long Units, int Lines) Held(HandlingCost cost, int location, int[] unitsOfLine)
    {
        var held = Lines(unitsOfLine).Where(line => charges.Handling.Holding(line, location).Contains(cost)).ToArray();
        return (held.Sum(line => (long)unitsOfLine[line]), held.Length);
    }

    private static IEnumerable<int> Lines(int[] unitsOfLine) => Enumerable.Range(0, unitsOfLine.Length).Where(line => unitsOfLine[line] > 0);

    private static string Join(IEnumerable<(string Id, string Text)> costs) =>
        string.Join("; ", costs.Where(cost => cost.Text.Length > 0).Select(cost => $"'{cost.Id}' {cost.Text}")) + ".";

    private static string Weight(Tariff tariff, in ParcelContents contents)
    {
        var billed = tariff.Billed(contents.Grams, contents.CubicMillimetres);
        return Invariant($"{contents.Grams / GramsInKg:0.###} kg") + (billed == contents.Grams ? "" : Invariant($" counts as {billed / GramsInKg:0.###} kg by volume"));
    }

    private static string Limit(double? most, string unit) => most is { } limit ? Invariant($"up to {limit:0.###} {unit}") : "any";
}
