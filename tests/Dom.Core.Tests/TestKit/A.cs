using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;

namespace Dom.Core.Tests.TestKit;

/// <summary>Things with safe defaults; a test states only what matters to it.</summary>
internal static class A
{
    public static readonly GeoPoint Reno = new(39.5296, -119.8138);

    public static readonly DateTimeOffset Moment = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    public static Location Location(string id = "S1", GeoPoint? position = null) => new()
    {
        LocationId = new LocationId(id),
        Name = id,
        Type = LocationType.Store,
        Position = position ?? Reno,
        Modes = [DeliveryMode.Ship, DeliveryMode.Pickup, DeliveryMode.ShipToStore],
    };

    public static DemandLine Line(string id = "1", string sku = "SKU-1", int quantity = 1) => new()
    {
        LineId = new LineId(id),
        Sku = new Sku(sku),
        Quantity = quantity,
        Mode = DeliveryMode.Ship,
    };

    public static Profile Profile(params Rule[] rules) => Profile(Costs(), rules);

    public static Profile Profile(CostFactors costs, params Rule[] rules) => new()
    {
        ProfileId = new ProfileId("default"),
        Version = 3,
        Name = "Default",
        Rules = [.. rules],
        Costs = costs,
    };

    public static CostFactors Costs() => new() { Currency = "USD", ParcelMinorUnits = 500, MinorUnitsPer100Km = 40, UnitMinorUnits = 25 };

    public static SourcingRequest Request(params DemandLine[] lines) => new()
    {
        OrderId = new OrderId("W-1"),
        Attempt = 1,
        At = Moment,
        Destination = Reno,
        Lines = [.. lines],
        Profile = Profile(),
        Network = [],
        Stock = ImmutableDictionary<Sku, ImmutableArray<StockLevel>>.Empty,
    };

    /// <summary>A point so many kilometres north of another.</summary>
    public static GeoPoint North(this GeoPoint point, double kilometres) => new(point.Latitude + double.RadiansToDegrees(kilometres / 6371.0088), point.Longitude);

    public static SourcingRequest At(this SourcingRequest request, Location location, params (string Sku, int OnHand)[] stock)
    {
        var levels = request.Stock.ToDictionary();
        foreach (var (sku, onHand) in stock)
        {
            var rows = levels.GetValueOrDefault(new Sku(sku), []);
            levels[new Sku(sku)] = rows.Add(new StockLevel(location.LocationId, onHand, 0));
        }

        return request with { Network = request.Network.Add(location), Stock = levels };
    }

    /// <summary>The request with other rules than its profile has.</summary>
    public static SourcingRequest With(this SourcingRequest request, params Rule[] rules) => request with { Profile = request.Profile with { Rules = [.. rules] } };

    /// <summary>A rule as a soft one.</summary>
    public static T Soft<T>(this T rule, int importance = 5)
        where T : Rule => rule with { IsHard = false, Importance = importance };

    /// <summary>The ids of the soft rules that fell for a line.</summary>
    public static string Fallen(this SourcingDecision decision, string line = "1") =>
        string.Join(' ', decision.Lines.Single(record => record.LineId.Value == line).Fallen.Select(fallen => fallen.Exclusion.Rule));

    public static SourcingRequest With(this SourcingRequest request, CostFactors costs) => request with { Profile = request.Profile with { Costs = costs } };

    public static CandidateRecord Candidate(this SourcingDecision decision, string line, string location) =>
        decision.Lines.Single(record => record.LineId.Value == line).Candidates.Single(candidate => candidate.LocationId.Value == location);

    /// <summary>The location of each line had there been no scarcity prices, '-' for one that is unassigned.</summary>
    public static string PlanWithoutPrices(this SourcingDecision decision) => string.Join(
        ' ', decision.Lines.Select(line => line.Candidates.SingleOrDefault(candidate => candidate.IsChosenWithoutPrices)?.LocationId.Value ?? "-"));

    /// <summary>The location of each line, '-' for one that is unassigned.</summary>
    public static string Plan(this SourcingDecision decision) =>
        string.Join(' ', decision.Lines.Select(line => decision.Assignments.SingleOrDefault(assignment => assignment.LineId == line.LineId)?.LocationId.Value ?? "-"));
}
