using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Scarcity;

namespace Dom.Core.Tests.TestKit;

/// <summary>Tries every location for every line, written from the rules' words and from nothing of the product but the distance.</summary>
internal static class BruteForce
{
    /// <summary>The best plan: its cost, its locations and its metres, then the location of each line by its place in the order of ids.</summary>
    public static (long Cost, int Locations, long Metres, string Plan) Solve(SourcingRequest request)
    {
        var locations = request.Network.OrderBy(location => location.LocationId.Value, StringComparer.Ordinal).ToArray();
        var choice = new int[request.Lines.Length];
        (long, int, long, string)? best = null;
        do
        {
            if (Judge(request, locations, choice) is { } found && (best is null || Compare(found, best.Value) < 0))
            {
                best = found;
            }
        }
        while (Next(choice, locations.Length));

        return best!.Value;
    }

    /// <summary>The best plan with scarcity prices, of those that assign the lines that the best plan without them assigns.</summary>
    public static (long Cost, int Locations, long Metres, string Plan) SolvePriced(SourcingRequest request)
    {
        var locations = request.Network.OrderBy(location => location.LocationId.Value, StringComparer.Ordinal).ToArray();
        var isAssigned = Solve(request).Plan.Split(' ').Select(at => at != "~").ToArray();
        var choice = new int[request.Lines.Length];
        (long Cost, int Locations, long Metres, string Plan)? best = null;
        do
        {
            if (choice.Select(at => at > 0).SequenceEqual(isAssigned) && Judge(request, locations, choice) is { } found)
            {
                found.Cost += Charge(request, locations, choice);
                best = best is null || Compare(found, best.Value) < 0 ? found : best;
            }
        }
        while (Next(choice, locations.Length));

        return request.Lines.IsEmpty ? Solve(request) : best!.Value;
    }

    private static long Charge(SourcingRequest request, Location[] locations, int[] choice)
    {
        var (version, policy) = (request.Scarcity!.Version, request.Profile.Scarcity);
        var share = Math.Floor(policy.StrengthPerMille * Math.Max(0, 1 - (policy.DriftDampingPerMille * version.DriftPerMille / 1_000_000m)));
        var places = choice.Where(at => at > 0).Distinct().Select(at => locations[at - 1])
            .Sum(location => location.OrdersPerDay is null ? 0 : Minor(version.Places, location, 1));
        return places + choice.Select((at, line) => (At: at, Line: request.Lines[line])).Where(line => line.At > 0)
            .Sum(line => Minor(request.Scarcity.Units[line.Line.Sku].Units, locations[line.At - 1], line.Line.Quantity));

        long Minor(IEnumerable<LocationPrice> prices, Location location, int units) => (long)Math.Floor(
            (prices.Where(price => price.LocationId == location.LocationId).Sum(price => price.Thousandths) * units * share / 1_000_000m) + 0.5m);
    }

    private static int Compare((long Cost, int Locations, long Metres, string Plan) one, (long Cost, int Locations, long Metres, string Plan) other)
    {
        var order = (one.Cost, one.Locations, one.Metres).CompareTo((other.Cost, other.Locations, other.Metres));
        return order != 0 ? order : string.CompareOrdinal(one.Plan, other.Plan);
    }

    private static bool Next(int[] choice, int locations)
    {
        for (var line = 0; line < choice.Length; line++)
        {
            if (++choice[line] <= locations)
            {
                return true;
            }

            choice[line] = 0;
        }

        return false;
    }

    private static (long Cost, int Locations, long Metres, string Plan)? Judge(SourcingRequest request, Location[] locations, int[] choice)
    {
        var (rules, costs, lines) = (request.Profile.Limits, request.Profile.Costs, request.Lines);
        var served = Enumerable.Range(0, lines.Length).Where(line => choice[line] > 0).ToArray();
        var used = served.Select(line => choice[line]).Distinct().Count();
        if (used > rules.MaxLocations
            || (rules.ShipComplete && served.Length > 0 && served.Length < lines.Length)
            || lines.Select((line, index) => (line.KeepTogether, At: choice[index])).Where(line => line.KeepTogether is not null).Distinct().GroupBy(line => line.KeepTogether).Any(group => group.Count() > 1)
            || served.GroupBy(line => (lines[line].Sku, choice[line])).Any(take => take.Sum(line => lines[line].Quantity) > Usable(request, take.Key.Sku, locations[take.Key.Item2 - 1]))
            || served.Any(line => !MayServe(request, lines[line], locations[choice[line] - 1])))
        {
            return null;
        }

        // Nothing is sent to a store from its own shelf.
        var parcels = served
            .Where(line => lines[line].Mode != DeliveryMode.Pickup && !(lines[line].Mode == DeliveryMode.ShipToStore && lines[line].PickupLocationId == locations[choice[line] - 1].LocationId))
            .Select(line => (At: choice[line], lines[line].Mode, To: Target(request, lines[line])!.Value, Store: lines[line].Mode == DeliveryMode.ShipToStore ? lines[line].PickupLocationId : null))
            .Distinct()
            .Select(parcel => (long)GreatCircle.Metres(locations[parcel.At - 1].Position, parcel.To))
            .ToArray();
        var cost = parcels.Sum(metres => costs.ParcelMinorUnits + (long)Math.Floor((metres * costs.MinorUnitsPer100Km / 100_000m) + 0.5m))
            + served.Sum(line => lines[line].Quantity * costs.UnitMinorUnits)
            + lines.Where((_, line) => choice[line] == 0).Sum(line => line.Quantity * costs.UnassignedUnitMinorUnits);
        return (cost, used, parcels.Sum(), string.Join(' ', choice.Select(at => at == 0 ? "~" : locations[at - 1].LocationId.Value)));
    }

    private static bool MayServe(SourcingRequest request, DemandLine line, Location location)
    {
        var target = Target(request, line);
        var isSent = line.Mode != DeliveryMode.Pickup;
        return location.IsActive
            && location.Modes.Contains(line.Mode)
            && (isSent || line.PickupLocationId == location.LocationId)
            && !line.RefusedBy.Contains(location.LocationId)
            && (!isSent || (target is { } point && !(GreatCircle.Metres(location.Position, point) / 1000m > (decimal?)request.Profile.Limits.MaxDistanceKm)))
            && (location.OrdersPerDay is not { } limit || request.Loads.GetValueOrDefault(location.LocationId).Orders < limit);
    }

    private static GeoPoint? Target(SourcingRequest request, DemandLine line) =>
        line.Mode == DeliveryMode.ShipToStore
            ? request.Network.SingleOrDefault(location => location.LocationId == line.PickupLocationId)?.Position
            : request.Destination;

    private static int Usable(SourcingRequest request, Sku sku, Location location) =>
        request.Stock.TryGetValue(sku, out var levels)
            ? levels.Where(level => level.LocationId == location.LocationId).Sum(level => Math.Max(0, level.OnHand - level.Held)) - request.Profile.Limits.MinInventoryUnits
            : 0;
}
