using Dom.Core.Catalogue;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Costs;

public sealed class HandlingCostTests
{
    private static readonly SourcingRequest Request = A.Request(A.Line("1", "A", 3), A.Line("2", "B", 2))
        .At(A.Location("DC") with { Type = LocationType.Dc })
        .At(A.Location("S1") with { Groups = ["west"] })
        .With(Charged.Product("A", "shoes/running"));

    [Fact]
    public void LineMinorUnits_charges_units_and_the_line()
    {
        var request = Request.With(new HandlingCost { Id = "pick", UnitMinorUnits = 20, LineMinorUnits = 50 });

        Assert.Equal((70, 110), (request.Line("S1", 1), request.Line("S1", 3)));
    }

    [Fact]
    public void LineMinorUnits_adds_up_all_that_hold()
    {
        var request = Request.With(Charged.Nothing with
        {
            UnitMinorUnits = 1,
            Handling = [new HandlingCost { Id = "pick", UnitMinorUnits = 20 }, new HandlingCost { Id = "wrap", UnitMinorUnits = 300, For = new() { Skus = [new("A")] } }],
        });

        Assert.Equal(321, request.Line("S1", 1));
    }

    // 45 s at 2,000 an hour are 25 for a unit; at 2,039 they are 25.4875, and for three units 76.4625.
    [Theory]
    [InlineData(45, 2000, 1, 25)]
    [InlineData(45, 2000, 3, 75)]
    [InlineData(45, 2039, 1, 25)]
    [InlineData(45, 2039, 3, 76)]
    [InlineData(1, 1799, 1, 0)]
    [InlineData(1, 1800, 1, 1)]
    [InlineData(1, 1800, 2, 1)]
    [InlineData(1, 1800, 3, 2)]
    public void LineMinorUnits_charges_labour_rounded_on_the_sum(int seconds, long hour, int units, long expected) =>
        Assert.Equal(expected, Request.With(new HandlingCost { Id = "pack", SecondsPerUnit = seconds, HourMinorUnits = hour }).Line("S1", units));

    // A quarter and a quarter of a minor unit make a half together.
    [Fact]
    public void LineMinorUnits_rounds_all_labour_for_a_line_once()
    {
        var quarter = new HandlingCost { Id = "pick", SecondsPerUnit = 1, HourMinorUnits = 900 };

        Assert.Equal((0, 1), (Request.With(quarter).Line("S1", 1), Request.With(quarter, quarter with { Id = "pack" }).Line("S1", 1)));
    }

    [Theory]
    [InlineData("S1", 7)]
    [InlineData("DC", 0)]
    public void LineMinorUnits_charges_nothing_out_of_its_places(string location, long expected)
    {
        Assert.Equal(expected, Request.With(new HandlingCost { Id = "west", UnitMinorUnits = 7, At = new PlaceScope { Groups = ["west"] } }).Line(location, 1));
        Assert.Equal(expected, Request.With(new HandlingCost { Id = "stores", UnitMinorUnits = 7, At = new PlaceScope { Types = [LocationType.Store] } }).Line(location, 1));
        Assert.Equal(expected, Request.With(new HandlingCost { Id = "s1", UnitMinorUnits = 7, At = new PlaceScope { Locations = [new("S1"), new("GONE")] } }).Line(location, 1));
    }

    [Theory]
    [InlineData("shoes", 7)]
    [InlineData("shoes/running", 7)]
    [InlineData("shoes/walking", 0)]
    [InlineData("shoe", 0)]
    public void LineMinorUnits_charges_nothing_out_of_its_products(string category, long expected)
    {
        var cost = new HandlingCost { Id = "shoes", UnitMinorUnits = 7, For = new ProductScope { Categories = [new CategoryPath(category)] } };

        Assert.Equal(expected, Request.With(cost).Line("S1", 1));
    }

    [Theory]
    [InlineData(20, 0)]
    [InlineData(21, 7)]
    [InlineData(22, 7)]
    public void LineMinorUnits_charges_nothing_out_of_its_dates(int lastDay, long expected)
    {
        var cost = new HandlingCost { Id = "season", UnitMinorUnits = 7, Effective = new Effective(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, lastDay)) };

        Assert.Equal(expected, Request.With(cost).Line("S1", 1));
    }

    [Fact]
    public void LocationMinorUnits_charges_places_that_are_used()
    {
        var request = Request.With(
            new HandlingCost { Id = "site", LocationMinorUnits = 100 }, new HandlingCost { Id = "dc", LocationMinorUnits = 30, At = new PlaceScope { Types = [LocationType.Dc] } });

        Assert.Equal((130, 100), (request.Location("DC"), request.Location("S1")));
    }

    [Fact]
    public void LocationMinorUnits_charges_every_location_for_a_split_and_the_order_takes_the_first_off()
    {
        var request = Request.With(Charged.Nothing with { SplitMinorUnits = 250, Handling = [new HandlingCost { Id = "order", OrderMinorUnits = 40 }] });

        Assert.Equal((250, 250), (request.Location("DC"), request.Location("S1")));
        Assert.Equal(40 - 250, new Charges(new Screening(request)).OrderMinorUnits);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 30)]
    [InlineData(10, 270)]
    [InlineData(11, 300)]
    public void LocationMinorUnits_charges_steps_of_priority(byte priority, long expected) =>
        Assert.Equal(expected, Request.With(Charged.Nothing with { PriorityStepMinorUnits = 30 }).Location("S1", 1, priority));

    [Fact]
    public void LocationMinorUnits_charges_no_priority_where_none_holds() =>
        Assert.Equal(0, Request.With(Charged.Nothing with { PriorityStepMinorUnits = 30 }).Location("S1"));

    [Fact]
    public void Terms_tell_handling_labour_order_split_and_priority()
    {
        var request = Request.With(Charged.Nothing with
        {
            SplitMinorUnits = 250,
            PriorityStepMinorUnits = 30,
            Handling =
            [
                new HandlingCost { Id = "pick", UnitMinorUnits = 20, LineMinorUnits = 50, OrderMinorUnits = 40 },
                new HandlingCost { Id = "pack", SecondsPerUnit = 45, HourMinorUnits = 2000, LocationMinorUnits = 9, At = new PlaceScope { Groups = ["west"] } },
            ],
        });

        var terms = request.Terms([3, 11], ("DC", [2, 0]), ("S1", [1, 2]));

        Assert.Equal(
            [
                "DC handling 90 'pick' 2 units at 20, 1 lines at 50.",
                "DC priority 60 Priority 3: 2 steps beyond the best at 30.",
                "S1 handling 169 'pick' 3 units at 20, 2 lines at 50; 'pack' the location at 9.",
                "S1 labour 75 'pack' 3 units of 45 s at 2000 an hour.",
                "S1 priority 300 No priority: 10 steps beyond the best at 30.",
                "S1 split 250 ",
                " order 40 ",
            ],
            terms.Select(term => $"{term.LocationId} {term.Name} {term.MinorUnits} {term.Sentence}"));
    }
}
