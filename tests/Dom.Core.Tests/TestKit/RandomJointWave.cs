using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Scarcity;
using Dom.Core.Sourcing.Waves;

namespace Dom.Core.Tests.TestKit;

/// <summary>Waves from a seed whose profile has what columns cannot hold: soft rules, scarcity prices, priorities, lines that come together.</summary>
/// <param name="Demands">The orders.</param>
/// <param name="Supply">What there is; what is offered is held.</param>
internal sealed record RandomJointWave(ImmutableArray<WaveDemand> Demands, WaveSupply Supply)
{
    private const int Orders = 7;

    private static readonly Sku[] Skus = [new("SKU-1"), new("SKU-2"), new("SKU-3")];

    /// <summary>Whether every line is offered.</summary>
    public bool IsAllOffered => Demands.All(demand => demand.Offered.Length == demand.Lines.Length);

    public static RandomJointWave Make(int seed)
    {
        var random = new Random(seed);
        ImmutableArray<Location> network = [.. Enumerable.Range(0, 6).Select(at => Location(random, at))];
        var supply = new WaveSupply
        {
            At = A.Moment,
            Locations = network,
            Stock = Skus.ToImmutableDictionary(sku => sku, _ => network.Select(location => new StockLevel(location.LocationId, random.Next(6), 0)).ToImmutableArray()),
            Scarcity = random.Next(2) == 0 ? Prices(random, network) : null,
        };
        var costs = A.Costs() with { ChurnMinorUnits = random.Next(60), UnassignedUnitMinorUnits = random.Next(3) == 0 ? 900 : 100_000 };
        var profile = A.Profile(costs, [.. Rules(random)]) with { Waves = new WavePolicy { MovesOffers = true } };
        var demands = ImmutableArray.CreateBuilder<WaveDemand>();
        for (var at = 0; at < Orders; at++)
        {
            // Offered by chance, not by what is best: there is something to gain.
            var demand = Demand(random, at, profile);
            var some = Enumerable.Range(0, 4).Select(_ => network[random.Next(network.Length)].LocationId).ToImmutableArray();
            var decision = Core.Sourcing.Sourcing.Source(supply.Request(demand, [.. demand.Lines.Select(line => line with { PlannedAt = some })]));
            if (decision.Unassigned.IsEmpty || random.Next(4) == 0)
            {
                supply = supply.Without(WaveChoice.Placed(decision));
                demands.Add(demand with { Offered = Offers(decision) });
            }
        }

        // What was priced while the orders came is not what the wave begins with.
        return new RandomJointWave(demands.ToImmutable(), new WaveSupply
        {
            At = supply.At,
            Locations = network,
            Stock = Skus.ToImmutableDictionary(sku => sku, sku => supply.Stock[sku].Select(level => level with { OnHand = level.OnHand + random.Next(2) }).ToImmutableArray()),
            Loads = supply.Loads,
            Scarcity = supply.Scarcity,
        });
    }

    private static Location Location(Random random, int at) => A.Location($"L{at}", A.Reno.North(random.Next(1_500))) with
    {
        OrdersPerDay = random.Next(2) == 0 ? random.Next(2, 6) : null,
        LinesPerDay = random.Next(4) == 0 ? random.Next(2, 6) : null,
        UnitsPerDay = random.Next(4) == 0 ? random.Next(3, 8) : null,
        Groups = random.Next(2) == 0 ? ["inner"] : [],
    };

    private static ImmutableArray<OfferedLine> Offers(SourcingDecision decision)
    {
        var shipments = decision.Assignments.Select(part => part.LocationId).Distinct().ToList();
        return [.. decision.Assignments.Select(part => new OfferedLine(
            part.LineId, part.LocationId, ShipmentId.Of(decision.OrderId, 1, shipments.IndexOf(part.LocationId) + 1), CountsToday: true))];
    }

    private static WaveDemand Demand(Random random, int at, Profile profile) => new()
    {
        OrderId = new OrderId($"W-{at}"),
        Since = A.Moment.AddMinutes(at - 60),
        Order = new OrderFacts { Channel = "web" },
        Destination = A.Reno.North(random.Next(1_500)),
        Attempt = 1,
        Profile = profile,
        Lines = [.. Enumerable.Range(1, random.Next(1, 3)).Select(number => A.Line($"{number}", Skus[random.Next(Skus.Length)].Value, random.Next(1, 3)) with
        {
            KeepTogether = random.Next(3) == 0 ? "set" : null,
            UnitPriceMinorUnits = random.Next(1, 20) * 100,
        })],
    };

    private static IEnumerable<Rule> Rules(Random random)
    {
        Rule?[] rules =
        [
            random.Next(3) > 0 ? new MaximumDistance { Id = "distance", Km = random.Next(300, 900) }.Soft(random.Next(1, 4)) : null,
            random.Next(2) == 0 ? new MinimumInventory { Id = "floor", Units = 1 }.Soft(random.Next(1, 4)) : null,
            random.Next(4) == 0 ? new DailyLimit { Id = "few", Orders = 2 }.Soft(random.Next(1, 4)) : null,
            random.Next(4) == 0 ? new DailyLimit { Id = "few-of-one", Orders = random.Next(1, 4), For = new ProductScope { Skus = [Skus[0]] } }.Soft() : null,
            random.Next(4) == 0 ? new LocationPriority { Id = "inner", Priority = 1, IsHard = false, At = new PlaceScope { Groups = ["inner"] } } : null,
            random.Next(4) == 0 ? new MinimumParcelValue { Id = "value", MinorUnits = 500 } : null,
            random.Next(3) == 0 ? new PartialOrders { Id = "parts", Orders = random.Next(2) == 0, MaximumLocations = random.Next(1, 3) } : null,
        ];
        return rules.OfType<Rule>();
    }

    private static ScarcityPrices Prices(Random random, ImmutableArray<Location> network)
    {
        var version = new ScarcityVersion
        {
            Version = "20261121T030000Z",
            LearnedAt = A.Moment.AddHours(-7),
            From = A.Moment.AddHours(-31),
            To = A.Moment.AddHours(-7),
            NetworkVersion = "1",
            Orders = 100,
            DriftPerMille = random.Next(500),
            StakeThousandths = random.Next(2) * 300_000,
            OrdersByHour = [.. Enumerable.Repeat(1, 24)],
            Places = Some(),
        };
        return new ScarcityPrices(version, Skus.ToImmutableDictionary(sku => sku, sku => new SkuPrices(sku, version.Version, Some())));

        ImmutableArray<LocationPrice> Some() => [.. network.Where(_ => random.Next(2) == 0).Select(location => new LocationPrice(location.LocationId, random.Next(1, 300_000)))];
    }
}
