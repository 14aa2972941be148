using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing.WhatIf;

/// <summary>What a sourcing would have been asked if something had been otherwise.</summary>
public static class ChangedRequest
{
    /// <summary>The request with one thing changed.</summary>
    /// <param name="request">The request as it was.</param>
    /// <param name="change">What is otherwise.</param>
    /// <exception cref="ArgumentException">The change is about something that the request does not have.</exception>
    public static SourcingRequest Of(SourcingRequest request, Change change)
    {
        ArgumentNullException.ThrowIfNull(request);
        return change switch
        {
            Change.MoreOnHand more => request with { Stock = Restocked(request.Stock, more) },
            Change.Nearer nearer => At(request, nearer.LocationId, location => location with { Position = Towards(location.Position, Target(request), nearer.Metres) }),
            Change.Cheaper cheaper => request with { Lines = [.. request.Lines.Select(line => line.LineId == cheaper.LineId ? line with { Favoured = Favour(line, cheaper) } : line)] },
            Change.HigherDayLimit higher => WithLimit(request, higher),
            Change.FartherReach farther => OfRule(request, farther.RuleId, rule => rule is MaximumDistance distance ? distance with { Km = farther.Km } : rule),
            Change.WithoutRule without => OfRule(request, without.RuleId, rule => rule with { IsDisabled = true }),
            Change.Active active => At(request, active.LocationId, location => location with { IsActive = true }),
            Change.OffersMode offers => At(request, offers.LocationId, location => location with { Modes = location.Modes.Add(offers.Mode) }),
            Change.NotRefused not => request with { Lines = [.. request.Lines.Select(line => line.LineId == not.LineId ? line with { RefusedBy = line.RefusedBy.Remove(not.LocationId) } : line)] },
            _ => throw new ArgumentException($"A request cannot be changed by {change}.", nameof(change)),
        };
    }

    /// <summary>The request with several things changed, one after the other.</summary>
    /// <param name="request">The request as it was.</param>
    /// <param name="changes">What is otherwise.</param>
    public static SourcingRequest Of(SourcingRequest request, ImmutableArray<Change> changes) => changes.Aggregate(request, Of);

    private static FavouredLocation Favour(DemandLine line, Change.Cheaper cheaper) =>
        new(cheaper.LocationId, cheaper.MinorUnits + (line.Favoured is { } before && before.LocationId == cheaper.LocationId ? before.MinorUnits : 0));

    private static Dictionary<Sku, ImmutableArray<StockLevel>> Restocked(IReadOnlyDictionary<Sku, ImmutableArray<StockLevel>> stock, Change.MoreOnHand more)
    {
        var levels = stock.TryGetValue(more.Sku, out var known) ? known : [];
        var at = levels.Select(level => level.LocationId).ToList().LastIndexOf(more.LocationId);
        var changed = stock.ToDictionary();
        changed[more.Sku] = at < 0
            ? levels.Add(new StockLevel(more.LocationId, more.Units, 0))
            : levels.SetItem(at, levels[at] with { OnHand = levels[at].OnHand + more.Units });
        return changed;
    }

    private static SourcingRequest At(SourcingRequest request, LocationId locationId, Func<Location, Location> change)
    {
        if (!request.Network.Any(location => location.LocationId == locationId))
        {
            throw new ArgumentException($"The network has no location '{locationId}'.", nameof(locationId));
        }

        return request with { Network = [.. request.Network.Select(location => location.LocationId == locationId ? change(location) : location)] };
    }

    private static SourcingRequest OfRule(SourcingRequest request, string ruleId, Func<Rule, Rule> change) =>
        request with { Profile = request.Profile with { Rules = [.. request.Profile.Rules.Select(rule => rule.Id == ruleId ? change(rule) : rule)] } };

    private static SourcingRequest WithLimit(SourcingRequest request, Change.HigherDayLimit higher)
    {
        var location = request.Network.First(location => location.LocationId == higher.LocationId);
        var raised = At(request, higher.LocationId, place => place with
        {
            OrdersPerDay = Raised(place.OrdersPerDay, higher.Limit.Orders),
            LinesPerDay = Raised(place.LinesPerDay, higher.Limit.Lines),
            UnitsPerDay = Raised(place.UnitsPerDay, higher.Limit.Units),
        });
        return raised with
        {
            Profile = raised.Profile with
            {
                Rules = [.. raised.Profile.Rules.Select(rule => rule is DailyLimit limit && rule.At.Match(location) is not null
                    ? limit with { Orders = Raised(limit.Orders, higher.Limit.Orders), Lines = Raised(limit.Lines, higher.Limit.Lines), Units = Raised(limit.Units, higher.Limit.Units) }
                    : rule)],
            },
        };
    }

    private static int? Raised(int? limit, int? to) => limit is { } now && to is { } then ? Math.Max(now, then) : limit;

    private static GeoPoint Target(SourcingRequest request) =>
        request.Destination ?? throw new ArgumentException("The order goes nowhere: nothing can lie nearer to it.", nameof(request));

    /// <summary>The point that lies so many metres nearer to another, on the great circle between them.</summary>
    private static GeoPoint Towards(GeoPoint from, GeoPoint to, int metres)
    {
        var whole = GreatCircle.Metres(from, to);
        if (metres >= whole)
        {
            return to;
        }

        var (a, b) = (Unit(from), Unit(to));
        var angle = Math.Acos(Math.Clamp((a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z), -1, 1));
        var share = (double)metres / whole;
        var (ofFrom, ofTo) = (Math.Sin((1 - share) * angle) / Math.Sin(angle), Math.Sin(share * angle) / Math.Sin(angle));
        var (x, y, z) = ((ofFrom * a.X) + (ofTo * b.X), (ofFrom * a.Y) + (ofTo * b.Y), (ofFrom * a.Z) + (ofTo * b.Z));
        return new GeoPoint(double.RadiansToDegrees(Math.Atan2(z, Math.Sqrt((x * x) + (y * y)))), double.RadiansToDegrees(Math.Atan2(y, x)));
    }

    private static (double X, double Y, double Z) Unit(GeoPoint point)
    {
        var (latitude, longitude) = (double.DegreesToRadians(point.Latitude), double.DegreesToRadians(point.Longitude));
        return (Math.Cos(latitude) * Math.Cos(longitude), Math.Cos(latitude) * Math.Sin(longitude), Math.Sin(latitude));
    }
}
