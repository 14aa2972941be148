using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

/// <summary>What every rule that asks locations one by one has to keep to, whatever it asks.</summary>
public abstract class RuleCases
{
    /// <summary>A rule that keeps line 1 of the request from location S1, the only one.</summary>
    protected abstract Rule Hit { get; }

    /// <summary>The kind of the rule.</summary>
    protected abstract string Kind { get; }

    /// <summary>A request of one line, SKU-1, that S1 could fulfil if the rule did not hold.</summary>
    protected virtual SourcingRequest Request => A.Request(A.Line()).At(A.Location(position: A.Reno.North(100)) with { Groups = ["west"] }, ("SKU-1", 5)) with
    {
        Products = new Dictionary<Sku, Product> { [new Sku("SKU-1")] = new() { Sku = new Sku("SKU-1"), Category = new CategoryPath("shoes/running") } },
    };

    [Fact]
    public void Names_itself_where_it_excludes()
    {
        var decision = Source(Hit);

        Assert.Equal("-", decision.Plan());
        Assert.Equal((Hit.Id, Kind), (decision.Candidate("1", "S1").Exclusion!.Rule, decision.Candidate("1", "S1").Exclusion!.Kind));
        Assert.NotEmpty(decision.Candidate("1", "S1").Exclusion!.Sentence);
    }

    [Fact]
    public void Lets_pass_where_it_is_switched_off_or_out_of_its_dates()
    {
        var today = DateOnly.FromDateTime(A.Moment.UtcDateTime);
        var off = new[]
        {
            Hit with { IsDisabled = true },
            Hit with { Effective = new Effective(today.AddDays(1), null) },
            Hit with { Effective = new Effective(null, today.AddDays(-1)) },
        };

        Assert.All(off, rule => Assert.Equal("S1", Source(rule).Plan()));
        Assert.Equal("-", Source(Hit with { Effective = new Effective(today, today) }).Plan());
    }

    [Fact]
    public void Lets_pass_what_is_out_of_its_scope()
    {
        var elsewhere = new[]
        {
            Hit with { For = new ProductScope { Skus = [new Sku("OTHER")] } },
            Hit with { For = new ProductScope { Categories = [new CategoryPath("shirts")] } },
            Hit with { For = new ProductScope { Modes = [new DeliveryMode("sameDay")] } },
        };
        var here = Hit with { For = new ProductScope { Categories = [new CategoryPath("shoes")], Modes = [DeliveryMode.Ship, DeliveryMode.Pickup] } };

        Assert.All(elsewhere, rule => Assert.Equal("S1", Source(rule).Plan()));
        Assert.Equal("-", Source(here).Plan());
    }

    [Fact]
    public void Falls_where_it_is_soft_and_says_so()
    {
        var decision = Source(Hit.Soft());

        Assert.Equal("S1", decision.Plan());
        Assert.Equal(Hit.Id, decision.Fallen());
        Assert.Equal(Kind, decision.Lines[0].Fallen[0].Exclusion.Kind);
        Assert.Null(decision.Candidate("1", "S1").Exclusion);
    }

    /// <summary>The decision of the request with other rules.</summary>
    protected SourcingDecision Source(params Rule[] rules) => Core.Sourcing.Sourcing.Source(Request.With(rules));
}

/// <summary>The same for rules that hold at places.</summary>
public abstract class PlaceRuleCases : RuleCases
{
    [Fact]
    public void Lets_pass_locations_that_are_out_of_its_scope()
    {
        var elsewhere = new[]
        {
            Hit with { At = new PlaceScope { Locations = [new LocationId("S2")] } },
            Hit with { At = new PlaceScope { Groups = ["east"] } },
            Hit with { At = new PlaceScope { Types = [LocationType.Dc] } },
        };
        var here = new[]
        {
            Hit with { At = new PlaceScope { Locations = [new LocationId("S1")] } },
            Hit with { At = new PlaceScope { Groups = ["west"] } },
            Hit with { At = new PlaceScope { Types = [LocationType.Store] } },
        };

        Assert.All(elsewhere, rule => Assert.Equal("S1", Source(rule).Plan()));
        Assert.All(here, rule => Assert.Equal("-", Source(rule).Plan()));
    }
}
