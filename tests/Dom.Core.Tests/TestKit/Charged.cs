using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Costs;

namespace Dom.Core.Tests.TestKit;

/// <summary>What requests are charged, asked by the names of locations.</summary>
internal static class Charged
{
    /// <summary>Costs of nothing.</summary>
    public static readonly CostFactors Nothing = new() { Currency = "USD" };

    public static SourcingRequest With(this SourcingRequest request, ShippingCost shipping) => request.With(Nothing with { Shipping = [shipping] });

    public static SourcingRequest With(this SourcingRequest request, params HandlingCost[] handling) => request.With(Nothing with { Handling = [.. handling] });

    public static SourcingRequest With(this SourcingRequest request, params Product[] products) =>
        request with { Products = products.ToDictionary(product => product.Sku) };

    public static SourcingRequest With(this SourcingRequest request, params ModeDelivery[] modes) =>
        request with { Profile = request.Profile with { Delivery = new DeliveryPolicy { Modes = [.. modes] } } };

    public static Product Product(string sku, string? category = null, int grams = 0, UnitSize? size = null) => new()
    {
        Sku = new Sku(sku),
        Category = category is null ? null : new CategoryPath(category),
        UnitGrams = grams,
        Size = size,
    };

    /// <summary>What the parcel costs that carries the first line's way, with so many units of each line; none where no tariff takes it.</summary>
    public static long? Parcel(this SourcingRequest request, string location, params int[] units)
    {
        var screening = new Screening(request);
        var charges = new Charges(screening);
        var way = screening.WayOfLine[0];
        return charges.ParcelMinorUnits(way, screening.IndexOf(new LocationId(location)), charges.Contents(way, units));
    }

    /// <summary>What units of the first line cost at a location.</summary>
    public static long Line(this SourcingRequest request, string location, int units)
    {
        var screening = new Screening(request);
        return new Charges(screening).LineMinorUnits(0, screening.IndexOf(new LocationId(location)), units);
    }

    /// <summary>What using a location costs.</summary>
    public static long Location(this SourcingRequest request, string location, params byte[] priorities)
    {
        var screening = new Screening(request);
        return new Charges(screening, null, priorities.Length == 0 ? null : priorities).LocationMinorUnits(screening.IndexOf(new LocationId(location)));
    }

    /// <summary>The terms of a plan, each location with its units of each line.</summary>
    public static ImmutableArray<CostTerm> Terms(this SourcingRequest request, byte[]? priorities, params (string Location, int[] Units)[] parts)
    {
        var screening = new Screening(request);
        var charges = new Charges(screening, null, priorities);
        return new CostTerms(screening, charges).OfPlan([.. parts.Select(part => (screening.IndexOf(new LocationId(part.Location)), part.Units))]).Terms;
    }

    /// <summary>The only term of a name in a plan of one location.</summary>
    public static CostTerm Term(this SourcingRequest request, string name, string location, params int[] units) =>
        request.Terms(null, (location, units)).Single(term => term.Name == name);
}
