using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Solving;
using Dom.Core.Sourcing.Waves;

namespace Dom.Core.Tests.TestKit;

/// <summary>Waves with safe defaults: orders of one line, and locations on the spot, 500 km and 1,000 km north of it.</summary>
internal static class AWave
{
    public static readonly ImmutableArray<Location> Places = [A.Location("NEAR"), A.Location("FAR", A.Reno.North(1_000))];

    public static WavePlan Decide(WaveSupply supply, params WaveDemand[] demands) =>
        Reoptimisation.Decide([.. demands], supply, new SolverOptions { Threads = 1 }, CancellationToken.None);

    public static OfferedLine Offer(string orderId, string lineId, string locationId) =>
        new(new LineId(lineId), new LocationId(locationId), ShipmentId.Of(new OrderId(orderId), 1, 1), CountsToday: true);

    public static WaveDemand Order(string id, long churn, string? at) => new()
    {
        OrderId = new OrderId(id),
        Since = A.Moment.AddHours(-1),
        Order = new OrderFacts { Channel = "web" },
        Destination = A.Reno,
        Attempt = 1,
        Profile = A.Profile(A.Costs() with { ChurnMinorUnits = churn }) with { Waves = new WavePolicy { MovesOffers = true } },
        Lines = [A.Line("1")],
        Offered = at is null ? [] : [Offer(id, "1", at)],
    };

    public static WaveSupply Stock(params (string Location, int OnHand, int Held)[] levels) => new()
    {
        At = A.Moment,
        Locations = [.. Places, .. levels.Any(level => level.Location == "MIDDLE") ? [A.Location("MIDDLE", A.Reno.North(500))] : ImmutableArray<Location>.Empty],
        Stock = ImmutableDictionary<Sku, ImmutableArray<StockLevel>>.Empty.Add(
            new Sku("SKU-1"), [.. levels.Select(level => new StockLevel(new LocationId(level.Location), level.OnHand, level.Held))]),
    };

    /// <summary>A move of one line: order, location, saving, and whether it waits for others.</summary>
    public static string Tell(WaveMove move) => $"{move.OrderId} {move.Lines.Single().LocationId} {move.SavingMinorUnits} {move.NeedsOthers}";
}
