using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing;

public sealed class SourcingPassesTests
{
    private static readonly MaximumDistance Near = new() { Id = "near", Km = 50 };
    private static readonly MinimumInventory Floor = new() { Id = "floor", Units = 3 };

    [Fact]
    public void Source_lets_the_least_important_rule_fall_first_and_no_more_than_it_needs()
    {
        var request = A.Request(A.Line()).At(A.Location("LOW"), ("SKU-1", 3)).At(A.Location("FAR", A.Reno.North(400)), ("SKU-1", 9));

        Assert.Equal(("FAR", "near"), Of(request, Near.Soft(1), Floor.Soft(2)));
        Assert.Equal(("LOW", "floor"), Of(request, Near.Soft(2), Floor.Soft(1)));
        Assert.Equal(("LOW", "floor"), Of(request, Near.Soft(3), Floor.Soft(3)));
        Assert.Equal(("-", ""), Of(request, Near, Floor));
    }

    [Fact]
    public void Source_names_every_rule_that_would_have_kept_the_line_out_and_none_besides()
    {
        var request = A.Request(A.Line()).At(A.Location("S1", A.Reno.North(400)), ("SKU-1", 3));

        Assert.Equal(("S1", "near floor"), Of(request, Near.Soft(1), Floor.Soft(2), (Near with { Id = "wide", Km = 500 }).Soft(1), (Floor with { Id = "low", Units = 2, At = new PlaceScope { Groups = ["x"] } }).Soft(1)));
    }

    [Fact]
    public void Source_lets_stay_what_was_assigned_while_more_rules_held()
    {
        var request = A.Request(A.Line("1", "A"), A.Line("2", "B")).At(A.Location("NEAR", A.Reno.North(10)), ("A", 1)).At(A.Location("FAR", A.Reno.North(300)), ("A", 1), ("B", 1));

        var decision = Core.Sourcing.Sourcing.Source(request.With(Near.Soft()));

        Assert.Equal(("NEAR FAR", "", "near"), (decision.Plan(), decision.Fallen("1"), decision.Fallen("2")));
        Assert.Equal("near", decision.Candidate("1", "FAR").Exclusion?.Rule);
        Assert.Null(decision.Candidate("2", "FAR").Exclusion);
    }

    [Fact]
    public void Source_takes_no_stock_from_what_was_assigned_before()
    {
        var request = A.Request(A.Line("1", quantity: 1), A.Line("2", quantity: 4)).At(A.Location("S1"), ("SKU-1", 4)).With(Floor.Soft());

        var decision = Core.Sourcing.Sourcing.Source(request);

        Assert.Equal("S1 -", decision.Plan());
        Assert.Equal("", decision.Fallen("1"));
    }

    private static (string Plan, string Fallen) Of(SourcingRequest request, params Rule[] rules)
    {
        var decision = Core.Sourcing.Sourcing.Source(request.With(rules));
        return (decision.Plan(), decision.Fallen());
    }
}
