using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Costs;

public sealed class LatenessCostTests
{
    // Asked on Saturday, 21 November, around the clock: NEAR arrives on the 22nd, FAR on the 26th, and nobody goes as far as OVER.
    private static readonly SourcingRequest Request = A.Request(A.Line("1", "A", 3), A.Line("2", "B"))
        .At(A.Location("FAR", A.Reno.North(900)))
        .At(A.Location("NEAR", A.Reno.North(100)))
        .At(A.Location("OVER", A.Reno.North(2000)))
        .With(new ModeDelivery { Mode = DeliveryMode.Ship, Kind = DeliveryKind.Ship, Transit = [new(100, 1), new(1000, 5)] });

    [Theory]
    [InlineData("NEAR", 22, 0)]
    [InlineData("NEAR", 21, 70)]
    [InlineData("FAR", 26, 0)]
    [InlineData("FAR", 25, 70)]
    [InlineData("FAR", 22, 4 * 70)]
    [InlineData("FAR", 20, 5 * 70)]
    [InlineData("OVER", 25, 5 * 70)]
    public void LineMinorUnits_charges_days_after_the_wanted_one_up_to_the_most(string location, int wanted, long expected)
    {
        var request = Wanted(wanted);

        Assert.Equal((expected, expected), (request.Line(location, 1), request.Line(location, 3)));
    }

    [Fact]
    public void LineMinorUnits_charges_nothing_where_no_day_is_wanted_or_nobody_knows_when_it_arrives()
    {
        var unwanted = Wanted(21) with { Order = new OrderFacts { Channel = "web" } };
        var unknown = Wanted(21).With(new ModeDelivery { Mode = DeliveryMode.Ship, Kind = DeliveryKind.Ship });

        Assert.Equal((0, 0), (unwanted.Line("FAR", 1), unknown.Line("FAR", 1)));
    }

    [Fact]
    public void LineMinorUnits_charges_what_is_collected_by_the_day_on_which_it_is_ready()
    {
        var line = A.Line() with { Mode = DeliveryMode.Pickup, PickupLocationId = new LocationId("NEAR") };
        var request = Wanted(20) with { Lines = [line] };

        Assert.Equal(70, request.Line("NEAR", 1));
    }

    [Fact]
    public void LineMinorUnits_charges_the_way_to_the_store_by_the_day_on_which_it_is_ready_there()
    {
        var line = A.Line() with { Mode = DeliveryMode.ShipToStore, PickupLocationId = new LocationId("NEAR") };
        var mode = new ModeDelivery { Mode = DeliveryMode.ShipToStore, Kind = DeliveryKind.ShipToStore, Transit = [new(1000, 2)], StoreHandling = TimeSpan.FromHours(30) };
        var request = (Wanted(22) with { Lines = [line] }).With(mode);

        Assert.Equal((2 * 70, 0), (request.Line("FAR", 1), request.Line("NEAR", 1)));
    }

    [Fact]
    public void LineMinorUnits_charges_the_way_on_the_ground_whatever_counts_as_near()
    {
        var sameDay = Wanted(21).With(new ModeDelivery { Mode = DeliveryMode.Ship, Kind = DeliveryKind.Ship, Transit = [new(50, 0), new(150, 1)] });
        var near = sameDay.With(new LocalRadius { Id = "near", Km = 100.5 });

        Assert.Equal((70, 70), (sameDay.Line("NEAR", 1), near.Line("NEAR", 1)));
    }

    [Fact]
    public void Terms_tell_when_late_lines_arrive()
    {
        var far = Wanted(23).Term(CostTerm.Lateness, "FAR", 3, 1);
        var over = Wanted(23).Term(CostTerm.Lateness, "OVER", 0, 1);

        Assert.Equal((420, "Wanted by 2026-11-23; line '1' arrives on 2026-11-26, 3 days late; line '2' arrives on 2026-11-26, 3 days late; a line and day costs 70."), (far.MinorUnits, far.Sentence));
        Assert.Equal((350, "Wanted by 2026-11-23; line '2' never arrives, 5 days late; a line and day costs 70."), (over.MinorUnits, over.Sentence));
    }

    private static SourcingRequest Wanted(int day) => Request.With(Charged.Nothing with { Lateness = new LatenessCost { LineDayMinorUnits = 70, MostDays = 5 } }) with
    {
        Order = new OrderFacts { Channel = "web", RequestedDeliveryDate = new DateOnly(2026, 11, day) },
    };
}
