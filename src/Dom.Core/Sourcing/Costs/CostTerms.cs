using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles.Costs;

namespace Dom.Core.Sourcing.Costs;

/// <summary>
/// What <see cref="Charges"/> says in numbers, as terms: those of a plan add up to the sum of its parcels, lines and locations, of the order once, and of the
/// units that it leaves. A factor that the profile leaves at 0 makes no term.
/// </summary>
/// <param name="screening">The screened request.</param>
/// <param name="charges">What is charged.</param>
internal sealed class CostTerms(Screening screening, Charges charges)
{
    private readonly CostFactors _costs = screening.Request.Profile.Costs;
    private readonly CostSentences _sentences = new(screening, charges);

    /// <summary>What a plan costs, with what the units that it leaves count for.</summary>
    /// <param name="parts">What it takes from each location that it uses, ascending by location: units of each line of the request.</param>
    public CostBreakdown OfPlan(IReadOnlyList<(int Location, int[] UnitsOfLine)> parts)
    {
        var terms = ImmutableArray.CreateBuilder<CostTerm>();
        var isFirst = true;
        foreach (var (location, unitsOfLine) in parts)
        {
            AddLocation(terms, location, unitsOfLine, isExplained: true);
            Add(terms, CostTerm.Split, isFirst ? 0 : _costs.SplitMinorUnits, screening.Locations[location].LocationId);
            isFirst = false;
        }

        Add(terms, CostTerm.Order, parts.Count > 0 ? charges.Handling.OrderMinorUnits : 0, null);
        var units = screening.Request.Lines.Sum(line => (long)line.Quantity) - parts.Sum(part => part.UnitsOfLine.Sum(taken => (long)taken));
        if (units > 0)
        {
            terms.Add(new CostTerm(CostTerm.Unassigned, checked(_costs.UnassignedUnitMinorUnits * units)));
        }

        return new CostBreakdown(terms.DrainToImmutable());
    }

    /// <summary>What an order of one location costs, but for what it leaves.</summary>
    /// <param name="location">Index of the location.</param>
    /// <param name="unitsOfLine">Units of each line of the request.</param>
    /// <param name="isExplained">Whether terms carry sentences: that takes longer than all the rest.</param>
    public CostBreakdown OfOneLocation(int location, int[] unitsOfLine, bool isExplained)
    {
        var terms = ImmutableArray.CreateBuilder<CostTerm>(8);
        AddLocation(terms, location, unitsOfLine, isExplained);
        Add(terms, CostTerm.Order, charges.Handling.OrderMinorUnits, null);
        return new CostBreakdown(terms.DrainToImmutable());
    }

    /// <summary>Why no tariff takes a parcel.</summary>
    /// <param name="way">Number of its way.</param>
    /// <param name="location">Index of the location.</param>
    /// <param name="unitsOfLine">Units of each line of the request in it.</param>
    public Exclusion Refusal(int way, int location, int[] unitsOfLine) => _sentences.NoTariff(way, location, charges.Contents(way, unitsOfLine));

    private void AddLocation(ImmutableArray<CostTerm>.Builder terms, int location, int[] unitsOfLine, bool isExplained)
    {
        var to = new Target(terms, location, screening.Locations[location].LocationId, unitsOfLine, isExplained);
        for (var way = 0; way < screening.WayCount; way++)
        {
            if (charges.Parcels.Of(way).IsSentFrom(location) && IsUsed(charges.Parcels.Of(way), unitsOfLine))
            {
                AddParcel(to, way);
            }
        }

        AddLines(to);
        Add(to, CostTerm.Priority, charges.PriorityMinorUnits(location), to.IsExplained ? _sentences.Priority(location) : null);
        if (charges.Scarcity is { IsNothing: false } scarcity)
        {
            scarcity.Add(terms, location, [.. unitsOfLine.Select((units, line) => (line, units)).Where(part => part.units > 0)]);
        }
    }

    private void AddParcel(in Target to, int way)
    {
        var (location, unitsOfLine) = (to.Location, to.UnitsOfLine);
        var metres = charges.Parcels.Metres(way, location);
        Add(to.Terms, CostTerm.Parcel, _costs.ParcelMinorUnits, to.Id);
        if (_costs.MinorUnitsPer100Km != 0)
        {
            to.Terms.Add(new CostTerm(CostTerm.Distance, Tariff.ByDistance(metres, _costs.MinorUnitsPer100Km)) { LocationId = to.Id });
        }

        var contents = charges.Contents(way, unitsOfLine);
        if (charges.Parcels.TariffOf(way, location) is { } tariff)
        {
            Add(to, CostTerm.Shipping, tariff.ByDistance(metres) ?? 0, to.IsExplained ? CostSentences.Shipping(tariff, metres) : null);
            if (tariff.Cost.Rates is not null)
            {
                var (zone, band) = (tariff.ZoneOf(metres), tariff.BandOf(contents));
                Add(to, CostTerm.Rate, tariff.Rate(zone, band), to.IsExplained ? CostSentences.Rate(tariff, zone, band, contents) : null);
            }

            AddSurcharges(to, tariff, charges.Parcels.Of(way));
        }

        var grams = charges.Parcels.CarbonGrams(way, location, contents);
        Add(to, CostTerm.Carbon, charges.Parcels.CarbonMinorUnits(grams), to.IsExplained ? _sentences.Carbon(grams) : null);
    }

    private static void AddSurcharges(in Target to, Tariff tariff, Way way)
    {
        foreach (var surcharge in tariff.Always)
        {
            Add(to, CostTerm.Surcharge, surcharge.MinorUnits, to.IsExplained ? CostSentences.Surcharge(surcharge, 1) : null);
        }

        if (tariff.HasSurchargesByContents)
        {
            foreach (var (surcharge, units) in tariff.Holding(way, to.UnitsOfLine))
            {
                Add(to, CostTerm.Surcharge, Tariff.Amount(surcharge, units), to.IsExplained ? CostSentences.Surcharge(surcharge, units) : null);
            }
        }
    }

    private void AddLines(in Target to)
    {
        var (location, unitsOfLine) = (to.Location, to.UnitsOfLine);
        var (units, handling, labour, lateness, refusals, handicap) = (0L, charges.Handling.Location(location), 0L, 0L, 0L, 0L);
        for (var line = 0; line < unitsOfLine.Length; line++)
        {
            if (unitsOfLine[line] is not (> 0 and var taken))
            {
                continue;
            }

            var paidByHour = charges.Handling.Labour(line, location, taken);
            units += taken;
            handling = checked(handling + charges.Handling.Line(line, location, taken) - paidByHour);
            labour = checked(labour + paidByHour);
            lateness = checked(lateness + charges.Lateness.Line(line, location));
            refusals = checked(refusals + charges.Refusals.Line(line, location));
            handicap = checked(handicap + charges.Handicap(line, location));
        }

        Add(to.Terms, CostTerm.Unit, checked(_costs.UnitMinorUnits * units), to.Id);
        Add(to, CostTerm.Handling, handling, to.IsExplained ? _sentences.Handling(location, unitsOfLine) : null);
        Add(to, CostTerm.Labour, labour, to.IsExplained ? _sentences.Labour(location, unitsOfLine) : null);
        Add(to, CostTerm.Lateness, lateness, to.IsExplained ? _sentences.Lateness(location, unitsOfLine) : null);
        Add(to, CostTerm.Refusal, refusals, to.IsExplained ? _sentences.Refusals(location, unitsOfLine) : null);
        Add(to.Terms, CostTerm.WhatIf, handicap, to.Id);
    }

    private static bool IsUsed(Way way, int[] unitsOfLine)
    {
        foreach (var line in way.Lines)
        {
            if (unitsOfLine[line] > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(ImmutableArray<CostTerm>.Builder terms, string name, long minorUnits, LocationId? location)
    {
        if (minorUnits != 0)
        {
            terms.Add(new CostTerm(name, minorUnits) { LocationId = location });
        }
    }

    private static void Add(in Target to, string name, long minorUnits, string? sentence)
    {
        if (minorUnits != 0)
        {
            to.Terms.Add(new CostTerm(name, minorUnits) { LocationId = to.Id, Sentence = sentence });
        }
    }

    private readonly record struct Target(ImmutableArray<CostTerm>.Builder Terms, int Location, LocationId Id, int[] UnitsOfLine, bool IsExplained);
}
