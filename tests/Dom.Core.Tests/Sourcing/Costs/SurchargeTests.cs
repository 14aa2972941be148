using Dom.Core.Catalogue;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Costs;

public sealed class SurchargeTests
{
    private static readonly SourcingRequest Request = A.Request(A.Line("1", "BOAT", 2), A.Line("2", "OAR", 4))
        .At(A.Location("S1", A.Reno.North(100)))
        .With(Charged.Product("BOAT", "sport/boats"), Charged.Product("OAR", "sport/oars")) with
    {
        Order = new OrderFacts { Channel = "web", PostalCode = "96701" },
    };

    private static readonly ProductScope Boats = new() { Categories = [new CategoryPath("sport/boats")] };

    [Theory]
    [InlineData(2, 4, 300)]
    [InlineData(1, 0, 300)]
    [InlineData(0, 4, 0)]
    public void ParcelMinorUnits_adds_it_once_where_any_of_its_units_is_in_the_parcel(int boats, int oars, long expected) =>
        Assert.Equal(expected, With(new Surcharge("bulky", 300) { For = Boats }).Parcel("S1", boats, oars));

    [Theory]
    [InlineData(2, 4, 600)]
    [InlineData(1, 4, 300)]
    [InlineData(0, 4, 0)]
    public void ParcelMinorUnits_adds_it_for_each_of_its_units(int boats, int oars, long expected) =>
        Assert.Equal(expected, With(new Surcharge("bulky", 300) { For = Boats, IsPerUnit = true }).Parcel("S1", boats, oars));

    [Theory]
    [InlineData("967", 900)]
    [InlineData("96701", 900)]
    [InlineData("968", 0)]
    [InlineData("967011", 0)]
    public void ParcelMinorUnits_adds_it_where_the_postal_code_begins_so(string prefix, long expected) =>
        Assert.Equal(expected, With(new Surcharge("remote", 900) { PostalPrefixes = ["111", prefix] }).Parcel("S1", 1, 1));

    [Fact]
    public void ParcelMinorUnits_knows_no_postal_code_of_stores_and_of_orders_that_name_none()
    {
        var remote = new Surcharge("remote", 900) { PostalPrefixes = ["967"] };
        var nowhere = With(remote) with { Order = new OrderFacts { Channel = "web" } };
        var toStore = With(remote).At(A.Location("S2")) with { Lines = [A.Line() with { Mode = DeliveryMode.ShipToStore, PickupLocationId = new LocationId("S2") }] };

        Assert.Equal((0L, 0L), (nowhere.Parcel("S1", 1, 1), toStore.Parcel("S1", 1)));
    }

    [Fact]
    public void DependsOnContents_is_so_only_where_a_parcel_could_do_without_it()
    {
        Assert.False(Depends(new Surcharge("all", 300)));
        Assert.False(Depends(new Surcharge("elsewhere", 300) { For = Boats, PostalPrefixes = ["1"] }));
        Assert.True(Depends(new Surcharge("bulky", 300) { For = Boats }));
        Assert.True(Depends(new Surcharge("each", 300) { IsPerUnit = true }));
    }

    [Fact]
    public void Terms_name_each_surcharge()
    {
        var request = With(new Surcharge("bulky", 300) { For = Boats, IsPerUnit = true }, new Surcharge("remote", 900), new Surcharge("small", 5) { For = Boats });

        var terms = request.Terms(null, ("S1", [2, 1])).Where(term => term.Name == CostTerm.Surcharge);

        Assert.Equal(
            [(900, "'remote', once for the parcel."), (600, "'bulky', 2 units at 300."), (5, "'small', once for the parcel.")],
            terms.Select(term => (term.MinorUnits, term.Sentence!)));
    }

    private static bool Depends(Surcharge surcharge) => new Charges(new Screening(With(surcharge))).DependsOnContents(0);

    private static SourcingRequest With(params Surcharge[] surcharges) => Request.With(new ShippingCost { Id = "ground", Surcharges = [.. surcharges] });
}
