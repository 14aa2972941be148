using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Sourcing;
using Dom.Functions.Sourcing;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Functions.Waves;
using Dom.Tests;

namespace Dom.Functions.Tests.Waves;

public sealed class WaveDemandsTests
{
    private static readonly Profile Moving = Network.Profile with { Waves = new WavePolicy { MovesOffers = true } };
    private static readonly OrderProgress Offered = An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1).Start().SourcedTo("S1", ("1", 2), ("2", 1));

    [Fact]
    public void Of_has_every_line_with_where_it_is_offered()
    {
        var demand = new WaveDemands(Reading(Moving)).Of(Stored(Offered), [A.Shipment(("1", 2), ("2", 1))])!;

        Assert.Equal(["1 2", "2 1"], demand.Lines.Select(line => $"{line.LineId} {line.Quantity}"));
        Assert.Equal(["1 S1 W-1001~1.1 False", "2 S1 W-1001~1.1 False"], demand.Offered.Select(line => $"{line.LineId} {line.LocationId} {line.ShipmentId} {line.CountsToday}"));
        Assert.Equal(("default", 1), (demand.Profile.ProfileId.Value, demand.Attempt));
    }

    [Fact]
    public void Of_has_a_line_that_waits_without_an_offer()
    {
        var order = An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1).Start();
        var partly = OrderFlow.Sourced(order, order.Plan("S1", ("1", 2)).Leaving("2", 1));

        var demand = new WaveDemands(Reading(Moving)).Of(Stored(partly), [A.Shipment(("1", 2))])!;

        Assert.Equal(["1", "2"], demand.Lines.Select(line => line.LineId.Value));
        Assert.Equal("1", Assert.Single(demand.Offered).LineId.Value);
    }

    [Fact]
    public void Of_knows_what_counts_against_the_day_that_it_now_is()
    {
        var shipment = A.Shipment(("1", 2), ("2", 1)) with { CapacityDay = DateOnly.FromDateTime(A.Moment.UtcDateTime) };

        var demand = new WaveDemands(Reading(Moving)).Of(Stored(Offered), [shipment])!;

        Assert.All(demand.Offered, line => Assert.True(line.CountsToday));
    }

    public static TheoryData<string, OrderProgress, Shipment> LeftAlone => new()
    {
        { "on hold", Offered.Told(OrderSignalKind.Hold), A.Shipment(("1", 2), ("2", 1)) },
        { "called off", Offered.Told(OrderSignalKind.Cancel), A.Shipment(("1", 2), ("2", 1)) },
        { "on the move", Offered with { SourcedFrom = A.Moment }, A.Shipment(("1", 2), ("2", 1)) },
        { "accepted", Offered, A.Shipment(("1", 2), ("2", 1)).After(ShipmentAction.Accept) },
        { "not counted yet", Offered, A.Shipment(("1", 2), ("2", 1)).After(ShipmentAction.Reject, ("1", 1)) },
        { "being sourced", An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1).Start().SourcedTo("S1", ("1", 2)), A.Shipment(("1", 2)) },
    };

    [Theory]
    [MemberData(nameof(LeftAlone), DisableDiscoveryEnumeration = true)]
    public void Of_leaves_an_order_alone_that_has_gone_on(string why, OrderProgress progress, Shipment shipment)
    {
        Assert.True(new WaveDemands(Reading(Moving)).Of(Stored(progress), [shipment]) is null, why);
    }

    [Fact]
    public void Of_leaves_an_order_alone_whose_shipment_is_not_stored()
    {
        Assert.Null(new WaveDemands(Reading(Moving)).Of(Stored(Offered), []));
    }

    [Fact]
    public void Of_leaves_an_order_alone_that_several_profiles_decide_or_none_that_moves_offers()
    {
        var other = Moving with { ProfileId = new ProfileId("a-other"), Scope = new ProfileScope { Skus = [new Sku("SKU-1")] } };
        var shipment = A.Shipment(("1", 2), ("2", 1));

        Assert.Null(new WaveDemands(Reading(other, Moving)).Of(Stored(Offered with { DecidedBy = [] }), [shipment]));
        Assert.Null(new WaveDemands(Reading(Network.Profile)).Of(Stored(Offered), [shipment]));
    }

    private static StoredOrder Stored(OrderProgress progress) => new()
    {
        Order = An.Order().WithLine("SKU-1", 2).WithLine("SKU-2", 1),
        Fingerprint = "fingerprint",
        ReceivedAt = A.Moment,
        UpdatedAt = A.Moment,
        Progress = progress,
    };

    private static SupplyReading Reading(params Profile[] profiles) => new(
        new Configuration("1", [Network.Store(1) with { TimeZone = "UTC" }], [.. profiles], null)
        {
            Published = profiles.ToImmutableSortedDictionary(
                profile => profile.ProfileId.Value, profile => new PublishedProfile(profile.ProfileId, [new PublishedVersion(profile, null)], null), StringComparer.Ordinal),
        },
        A.Moment,
        ImmutableDictionary<Sku, StockSnapshot>.Empty,
        ImmutableDictionary<LocationId, DayLoad>.Empty);
}
