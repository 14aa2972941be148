using Dom.Core.Catalogue;
using Dom.Core.Network;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Sourcing;

namespace Dom.Core.Tests.TestKit;

/// <summary>What plans cost, written once more from the words of the profile's costs, with decimals and without any haste. Lateness and scarcity are left out.</summary>
internal static class PlainCosts
{
    /// <summary>What units of lines cost that come from locations, with what is left; none where a parcel is taken by no tariff.</summary>
    public static decimal? OfPlan(SourcingRequest request, IReadOnlyList<(int Line, Location At, int Units)> plan)
    {
        var costs = request.Profile.Costs;
        var left = request.Lines.Sum(line => (decimal)line.Quantity) - plan.Sum(part => part.Units);
        var sum = left * costs.UnassignedUnitMinorUnits;
        sum += plan.Count == 0 ? 0 : Holding(request).Sum(cost => cost.OrderMinorUnits);
        sum += Math.Max(0, plan.Select(part => part.At.LocationId).Distinct().Count() - 1) * costs.SplitMinorUnits;
        foreach (var at in plan.GroupBy(part => part.At.LocationId, part => part))
        {
            var location = at.First().At;
            sum += Holding(request).Where(cost => cost.At.Match(location) is not null).Sum(cost => cost.LocationMinorUnits);
            sum += at.Sum(part => OfLine(request, request.Lines[part.Line], location, part.Units));
            foreach (var parcel in at.GroupBy(part => WayOf(request, request.Lines[part.Line])))
            {
                if (OfParcel(request, location, [.. parcel.Select(part => (request.Lines[part.Line], part.Units))]) is not { } cost)
                {
                    return null;
                }

                sum += cost;
            }
        }

        return sum;
    }

    /// <summary>What a parcel costs with these units of lines in it; none where no tariff takes it.</summary>
    public static decimal? OfParcel(SourcingRequest request, Location location, (DemandLine Line, int Units)[] contents)
    {
        var (first, costs) = (contents[0].Line, request.Profile.Costs);
        var kind = request.Profile.Delivery.Of(first.Mode).Kind;
        if (kind == DeliveryKind.Pickup || (kind == DeliveryKind.ShipToStore && first.PickupLocationId == location.LocationId))
        {
            return 0;
        }

        var to = kind == DeliveryKind.ShipToStore ? request.Network.Single(store => store.LocationId == first.PickupLocationId).Position : request.Destination!.Value;
        decimal metres = GreatCircle.Metres(location.Position, to);
        var grams = contents.Sum(item => (decimal)item.Units * (item.Line.UnitGrams > 0 ? item.Line.UnitGrams : ProductOf(request, item.Line)?.UnitGrams ?? 0));
        var carbon = costs.Carbon.ParcelGrams + Round(costs.Carbon.MilligramsPerKgKm / 1000m * grams / 1000m * metres / 1000m);
        var sum = costs.ParcelMinorUnits + Round(metres * costs.MinorUnitsPer100Km / 100_000m) + Round(carbon * costs.Carbon.TonneMinorUnits / 1_000_000m);
        var shipping = costs.Shipping
            .Where(cost => cost.Effective.Holds(request.At) && (cost.Modes.IsEmpty || cost.Modes.Contains(first.Mode)) && cost.At.Match(location) is not null)
            .OrderByDescending(cost => cost.At.Match(location))
            .FirstOrDefault();
        return shipping is null ? sum : sum + OfTariff(request, shipping, kind, metres, grams, contents);
    }

    private static decimal? OfTariff(SourcingRequest request, ShippingCost cost, DeliveryKind kind, decimal metres, decimal grams, (DemandLine Line, int Units)[] contents)
    {
        var tiers = cost.Tiers.Where(tier => !(metres / 1000m > (decimal?)tier.MaxKm)).Take(1).ToArray();
        if (!cost.Tiers.IsEmpty && tiers.Length == 0)
        {
            return null;
        }

        var sum = cost.ParcelMinorUnits + tiers.Sum(tier => tier.MinorUnits) + Round(metres * (cost.MinorUnitsPer100Km + tiers.Sum(tier => tier.MinorUnitsPer100Km)) / 100_000m);
        if (cost.Rates is { } rates)
        {
            var volume = contents.Sum(item => (decimal)item.Units * (ProductOf(request, item.Line)?.Size?.CubicMillimetres ?? 0));
            var billed = cost.DimensionalDivisor is { } divisor ? Math.Max(grams, volume / divisor) : grams;
            var zone = rates.ZoneKm.TakeWhile(most => metres / 1000m > (decimal?)most).Count();
            var band = rates.BandGrams.TakeWhile(most => billed > most).Count();
            if (zone == rates.ZoneKm.Length || band == rates.BandGrams.Length)
            {
                return null;
            }

            sum += rates.MinorUnits[(zone * rates.BandGrams.Length) + band];
        }

        var postalCode = kind == DeliveryKind.ShipToStore ? "" : request.Order.PostalCode ?? "";
        foreach (var surcharge in cost.Surcharges.Where(surcharge => surcharge.PostalPrefixes.IsEmpty || surcharge.PostalPrefixes.Any(postalCode.StartsWith)))
        {
            var units = contents.Where(item => surcharge.For.Match(item.Line.Sku, ProductOf(request, item.Line), item.Line.Mode) is not null).Sum(item => item.Units);
            sum += surcharge.MinorUnits * (surcharge.IsPerUnit ? units : Math.Min(1, units));
        }

        return sum;
    }

    private static decimal OfLine(SourcingRequest request, DemandLine line, Location location, int units)
    {
        var holding = Holding(request).Where(cost => cost.At.Match(location) is not null && cost.For.Match(line.Sku, ProductOf(request, line), line.Mode) is not null).ToArray();
        return (request.Profile.Costs.UnitMinorUnits * (decimal)units)
            + holding.Sum(cost => cost.LineMinorUnits + (cost.UnitMinorUnits * (decimal)units))
            + Round(holding.Sum(cost => cost.SecondsPerUnit * (decimal)cost.HourMinorUnits * units) / 3600m)
            + OfRefusal(request, line, location);
    }

    private static decimal OfRefusal(SourcingRequest request, DemandLine line, Location location)
    {
        var cost = request.Profile.Costs.Refusal;
        var kind = request.Network.Where(other => other.Type == location.Type).Select(other => request.Answers.GetValueOrDefault(other.LocationId)).ToArray();
        var rate = Shrink(kind.Sum(answers => answers.Offered), kind.Sum(answers => answers.Refused), cost.PriorPerMille * 1000m);
        var own = request.Answers.GetValueOrDefault(location.LocationId);
        rate = Shrink(own.Offered, own.Refused, rate);
        var top = ProductOf(request, line)?.Category?.Value.Split('/')[0];
        foreach (var answers in request.AnswersByCategory.Where(answers => answers.LocationId == location.LocationId && answers.Category.Value == top))
        {
            rate = Shrink(answers.History.Offered, answers.History.Refused, rate);
        }

        return Round(cost.LineMinorUnits * rate / 1_000_000m);

        decimal Shrink(decimal offered, decimal refused, decimal wider) => Round(((refused * 1_000_000m) + (cost.PriorOffers * wider)) / (offered + cost.PriorOffers));
    }

    private static IEnumerable<HandlingCost> Holding(SourcingRequest request) => request.Profile.Costs.Handling.Where(cost => cost.Effective.Holds(request.At));

    private static Product? ProductOf(SourcingRequest request, DemandLine line) => request.Products.GetValueOrDefault(line.Sku);

    private static (DeliveryMode Mode, LocationId? Store) WayOf(SourcingRequest request, DemandLine line) =>
        (line.Mode, request.Profile.Delivery.Of(line.Mode).Kind == DeliveryKind.Ship ? null : line.PickupLocationId);

    private static decimal Round(decimal amount) => Math.Floor(amount + 0.5m);
}
