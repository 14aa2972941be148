using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Scarcity;

namespace Dom.Core.Tests.TestKit;

/// <summary>Tries every location for every line, written from the rules' words and from nothing of the product but the distance.</summary>
internal static class BruteForce
{
    /// <summary>The best plan: its cost, its locations and its metres, then the location of each line by its place in the order of ids. Soft rules fall in passes.</summary>
    public static (long Cost, int Locations, long Metres, string Plan) Solve(SourcingRequest request)
    {
        var none = new int[request.Lines.Length];
        var (best, choice) = Solve(request, none, 0)!.Value;
        foreach (var fallen in request.Profile.Rules.Where(rule => !rule.IsHard).Select(rule => rule.Importance).Distinct().Order().Where(_ => !request.Lines.IsEmpty))
        {
            (best, choice) = (choice.Contains(0) ? Solve(request, choice, fallen) : null) ?? (best, choice);
        }

        return best;
    }

    private static ((long Cost, int Locations, long Metres, string Plan) Best, int[] Choice)? Solve(SourcingRequest request, int[] placed, int fallen)
    {
        var locations = request.Network.OrderBy(location => location.LocationId.Value, StringComparer.Ordinal).ToArray();
        var choice = new int[request.Lines.Length];
        (long, int, long, string)? best = null;
        var bestChoice = choice;
        do
        {
            if (choice.Zip(placed).All(line => line.Second == 0 || line.First == line.Second)
                && Judge(request, locations, choice, placed, fallen) is { } judged && (best is null || Compare(judged, best.Value) < 0))
            {
                (best, bestChoice) = (judged, [.. choice]);
            }
        }
        while (Next(choice, locations.Length));

        return best is { } found ? (found, bestChoice) : null;
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
            if (choice.Select(at => at > 0).SequenceEqual(isAssigned) && Judge(request, locations, choice, new int[choice.Length], 0) is { } found)
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

    private static (long Cost, int Locations, long Metres, string Plan)? Judge(SourcingRequest request, Location[] locations, int[] choice, int[] placed, int fallen)
    {
        var (words, costs, lines) = (new RuleWords(request, fallen), request.Profile.Costs, request.Lines);
        var served = Enumerable.Range(0, lines.Length).Where(line => choice[line] > 0).ToArray();
        var routed = Enumerable.Range(0, lines.Length).Where(line => placed[line] > 0 || !words.IsExcluded(lines[line])).ToArray();
        var used = served.Select(line => choice[line]).Distinct().Count();
        if (used > words.MaxLocations
            || (words.IsShippedComplete && served.Length > 0 && served.Length < routed.Length)
            || lines.Index().Where(line => line.Item.KeepTogether is not null).GroupBy(line => line.Item.KeepTogether, line => line.Index).Concat<IEnumerable<int>>(words.Together)
                .Any(group => group.Intersect(routed).Select(line => choice[line]).Distinct().Count() > 1)
            || served.GroupBy(line => (lines[line].Sku, choice[line])).Any(take => !IsThere(request, words, placed, [.. take], locations[take.Key.Item2 - 1]))
            || served.GroupBy(line => choice[line]).Any(take => !Fits(request, words, placed, [.. take], locations[take.Key - 1]))
            || served.Any(line => placed[line] == 0 && !words.MayServe(lines[line], locations[choice[line] - 1], Available(request, lines[line].Sku, locations[choice[line] - 1]))))
        {
            return null;
        }

        // Nothing is sent to a store from its own shelf.
        var parcels = served.Where(line => RuleWords.KindOf(request, lines[line]) != DeliveryKind.Pickup
                && !(RuleWords.KindOf(request, lines[line]) == DeliveryKind.ShipToStore && lines[line].PickupLocationId == locations[choice[line] - 1].LocationId))
            .Select(line => (At: choice[line], lines[line].Mode, Store: RuleWords.KindOf(request, lines[line]) == DeliveryKind.ShipToStore ? lines[line].PickupLocationId : null, Line: line))
            .DistinctBy(parcel => (parcel.At, parcel.Mode, parcel.Store))
            .Select(parcel => (long)words.Metres(lines[parcel.Line], locations[parcel.At - 1]))
            .ToArray();
        var cost = parcels.Sum(metres => costs.ParcelMinorUnits + (long)Math.Floor((metres * costs.MinorUnitsPer100Km / 100_000m) + 0.5m))
            + served.Sum(line => lines[line].Quantity * costs.UnitMinorUnits)
            + lines.Where((_, line) => choice[line] == 0).Sum(line => line.Quantity * costs.UnassignedUnitMinorUnits);
        return (cost, used, parcels.Sum(), string.Join(' ', choice.Select(at => at == 0 ? "~" : locations[at - 1].LocationId.Value)));
    }

    private static bool IsThere(SourcingRequest request, RuleWords words, int[] placed, int[] lines, Location location)
    {
        var open = request.Lines.Where((line, index) => placed[index] == 0 && line.Sku == request.Lines[lines[0]].Sku).ToArray();
        var usable = Available(request, request.Lines[lines[0]].Sku, location) - open.Select(line => words.Floor(line, location)).DefaultIfEmpty().Max();
        var before = lines.Where(line => placed[line] > 0).Sum(line => request.Lines[line].Quantity);
        return lines.Sum(line => request.Lines[line].Quantity) <= Math.Max(usable, before);
    }

    private static bool Fits(SourcingRequest request, RuleWords words, int[] placed, int[] lines, Location location)
    {
        var load = request.Loads.GetValueOrDefault(location.LocationId);
        var limits = request.Lines.Where((_, line) => placed[line] == 0).Select(line => words.Limit(line, location)).Append((null, location.LinesPerDay, location.UnitsPerDay)).ToArray();
        int[] before = [.. lines.Where(line => placed[line] > 0)];
        return !(lines.Length > Math.Max(before.Length, (limits.Min(limit => limit.Lines) ?? int.MaxValue) - load.Lines))
            && !(lines.Sum(line => request.Lines[line].Quantity)
                > Math.Max(before.Sum(line => request.Lines[line].Quantity), (limits.Min(limit => limit.Units) ?? int.MaxValue) - load.Units));
    }

    private static int Available(SourcingRequest request, Sku sku, Location location) =>
        request.Stock.TryGetValue(sku, out var levels)
            ? levels.Where(level => level.LocationId == location.LocationId).Sum(level => Math.Max(0, level.OnHand - level.Held))
            : 0;
}
