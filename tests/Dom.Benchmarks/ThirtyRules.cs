using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;

namespace Dom.Benchmarks;

/// <summary>Rules as a retailer with many would set them: by group, kind and id of locations, by category, and of the whole order.</summary>
internal static class ThirtyRules
{
    /// <summary>Makes thirty.</summary>
    /// <param name="network">The network.</param>
    public static IEnumerable<Rule> Make(ImmutableArray<Location> network)
    {
        var shoes = new ProductScope { Categories = [new CategoryPath("apparel/shoes")] };
        for (var region = 0; region < 9; region++)
        {
            var at = new PlaceScope { Groups = [$"region-{region}"] };
            yield return new MaximumDistance { Id = $"distance-{region}", Km = 1500 + (200 * region), At = at };
            yield return new DailyLimit { Id = $"limit-{region}", Orders = 80 + region, Lines = 190, Units = 390, At = at };
        }

        for (var tier = 0; tier < 4; tier++)
        {
            yield return new MinimumInventory { Id = $"floor-{tier}", Units = tier / 2, At = new PlaceScope { Groups = [$"tier-{tier}"] }, For = shoes };
        }

        yield return new InventoryThreshold { Id = "threshold", Units = 2 };
        yield return new OfflineLocation { Id = "offline", At = new PlaceScope { Locations = [.. network.Where((_, at) => at % 50 == 0).Select(location => location.LocationId)] } };
        yield return new MinimumInventory { Id = "own", Units = 1, At = new PlaceScope { Locations = [.. network.Where((_, at) => at % 10 == 3).Select(location => location.LocationId)] } };
        yield return new MaximumRejects { Id = "rejects", Refusals = 3, CoolingOff = TimeSpan.FromDays(2) };
        yield return new LocalRadius { Id = "near", Km = 20 };
        yield return new PartialOrders { Id = "parts", MaximumLocations = 3 };
        yield return new Unsplittable { Id = "small", BelowMinorUnits = 1000, For = new ProductScope { Categories = [new CategoryPath("food")] } };
        yield return new KeepTogether { Id = "sets", For = new ProductScope { Categories = [new CategoryPath("furniture")] } };
    }
}
