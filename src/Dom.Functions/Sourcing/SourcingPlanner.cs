using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;
using Dom.Core.Solving.Exact;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Waves;
using Dom.Core.Sourcing.WhatIf;
using Dom.Functions.Storage;

namespace Dom.Functions.Sourcing;

/// <summary>Makes one plan for what an order still needs, from what was read: profile by profile, then shipment by shipment. Pure.</summary>
public static class SourcingPlanner
{
    /// <summary>Makes a plan: what a wave has planned, if the locations still have it, and else what is best.</summary>
    /// <param name="situation">The order and what was read for it.</param>
    /// <param name="exact">Closes what gap is left, where a profile wants it.</param>
    /// <param name="cancellationToken">Ends its search early, with the best plan so far.</param>
    public static StoredDecision Plan(SourcingSituation situation, IExactSolver exact, CancellationToken cancellationToken)
    {
        ImmutableArray<DemandLine> demand = [.. Demand(situation.Order)];
        var planned = demand.Where(line => !line.PlannedAt.IsEmpty).Select(line => line.LineId).ToHashSet();
        if (planned.Count > 0 && Plan(situation, demand, exact, cancellationToken) is var decision
            && !decision.Result.Unassigned.Any(line => planned.Contains(line.LineId)))
        {
            return decision;
        }

        return Plan(situation, [.. demand.Select(line => line with { PlannedAt = [] })], exact, cancellationToken);
    }

    private static StoredDecision Plan(
        SourcingSituation situation, ImmutableArray<DemandLine> demand, IExactSolver exact, CancellationToken cancellationToken)
    {
        var stock = situation.Supply.Stock.ToDictionary(item => item.Key, item => item.Value.Levels);
        var used = new Dictionary<ProfileVersion, Profile>();
        var rounds = ProfileRounds.Source(demand, situation.Products, Profiles(situation), (profile, lines) =>
        {
            used[new ProfileVersion(profile.ProfileId, profile.Version)] = profile;
            var request = new SourcingRequest
            {
                OrderId = situation.Order.Order.OrderId,
                Attempt = situation.Attempt,
                At = situation.Supply.At,
                Order = OrderFacts.Of(situation.Order.Order),
                Destination = situation.Order.Order.Destination?.Position,
                Lines = lines,
                Profile = profile,
                Network = situation.Supply.Configuration.Locations,
                Stock = stock.Where(item => !item.Value.IsEmpty).ToDictionary(),
                Loads = situation.Supply.Loads,
                Products = situation.Products,
                Answers = situation.Supply.Answers,
                AnswersByCategory = situation.Supply.AnswersByCategory,
                Refusals = situation.Refusals,
                Scarcity = situation.Supply.Scarcity,
            };
            var found = ExactSourcing.Improve(request, Core.Sourcing.Sourcing.Source(request), exact, cancellationToken);
            var part = Counterfactuals.AddTo(request, found);
            stock = Use(stock, part.Assignments);
            return part;
        });

        return new StoredDecision
        {
            Attempt = situation.Attempt,
            Revision = situation.Revision,
            At = situation.Supply.At,
            Parts = rounds.Parts,
            Result = new SourcingResult
            {
                Attempt = situation.Attempt,
                Shipments = Shipments(situation, rounds.Parts, used),
                Unassigned = [.. rounds.Unassigned, .. rounds.Uncovered.Select(line => NoProfile(situation, line))],
            },
        };
    }

    /// <summary>What of an order can be sourced.</summary>
    /// <param name="order">The order.</param>
    public static IEnumerable<DemandLine> Demand(StoredOrder order) => order.Order.Lines
        .Join(order.Progress.Lines.Where(OrderFlow.CanBeSourced), line => line.LineId, progress => progress.LineId, (line, progress) => Demand(line, progress, progress.ToSource));

    /// <summary>Units of a line as they are asked for.</summary>
    /// <param name="line">The line.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="quantity">The units, 1 or more.</param>
    internal static DemandLine Demand(OrderLine line, LineProgress progress, int quantity) => new()
    {
        LineId = line.LineId,
        Sku = line.Sku,
        Quantity = quantity,
        UnitPriceMinorUnits = line.UnitPriceMinorUnits,
        UnitGrams = line.UnitGrams,
        Mode = line.Mode,
        PickupLocationId = line.PickupLocationId,
        KeepTogether = line.KeepTogether,
        RefusedBy = progress.RefusedBy,
        PlannedAt = progress.PlannedAt,
    };

    /// <summary>An order keeps the versions that gave any of it to a location, unless a newer one takes it over; what none of them decides goes by those in force.</summary>
    private static OrderProfiles Profiles(SourcingSituation situation) => new(
        situation.Supply.Configuration.Profiles,
        situation.Supply.Configuration.Keeping(situation.Order.Progress.DecidedBy, situation.Supply.At),
        OrderFacts.Of(situation.Order.Order),
        situation.Supply.At);

    private static UnassignedLine NoProfile(SourcingSituation situation, DemandLine line) => new(
        line.LineId,
        line.Quantity,
        UnassignedReason.NoProfile,
        $"No published profile covers channel '{situation.Order.Order.Channel}' with mode '{line.Mode}'.");

    private static Dictionary<Sku, ImmutableArray<StockLevel>> Use(Dictionary<Sku, ImmutableArray<StockLevel>> stock, ImmutableArray<Assignment> assignments)
    {
        var used = assignments.ToLookup(assignment => (assignment.Sku, assignment.LocationId), assignment => assignment.Quantity);
        return stock.ToDictionary(
            item => item.Key,
            item => item.Value.Select(level => level with { Held = level.Held + used[(item.Key, level.LocationId)].Sum() }).ToImmutableArray());
    }

    private static ImmutableArray<ShipmentPlan> Shipments(
        SourcingSituation situation, IEnumerable<SourcingDecision> parts, Dictionary<ProfileVersion, Profile> profiles)
    {
        var locations = situation.Supply.Configuration.Locations.ToDictionary(location => location.LocationId);
        var planned = parts.SelectMany(part => part.Assignments.Select(assignment => (assignment, Profile: new ProfileVersion(part.ProfileId, part.ProfileVersion))))
            .GroupBy(item => (item.Profile, item.assignment.LocationId, item.assignment.Mode), item => item.assignment);

        var shipments = ImmutableArray.CreateBuilder<ShipmentPlan>();
        var counted = new HashSet<LocationId>();
        foreach (var group in planned)
        {
            var location = locations[group.Key.LocationId];
            var profile = profiles[group.Key.Profile];
            shipments.Add(new ShipmentPlan
            {
                ShipmentId = ShipmentId.Of(
                    situation.Order.Order.OrderId, situation.Attempt, (situation.Revision * ShipmentId.PlacesPerDecision) + shipments.Count + 1),
                OrderId = situation.Order.Order.OrderId,
                LocationId = location.LocationId,
                Mode = group.Key.Mode,
                Kind = profile.Delivery.Of(group.Key.Mode).Kind,
                Lines = [.. group],
                Categories = ShipmentPlan.CategoriesOf(group, situation.Products),
                CapacityDay = DayLimit.IsCounted(location, situation.Supply.Configuration.Versions) ? WorkingTime.LocalDay(situation.Supply.At, location.TimeZone) : null,
                CountsOrder = counted.Add(location.LocationId),
                ProfileId = profile.ProfileId,
                ProfileVersion = profile.Version,
                Acceptance = profile.Acceptance,
            });
        }

        return shipments.ToImmutable();
    }
}
