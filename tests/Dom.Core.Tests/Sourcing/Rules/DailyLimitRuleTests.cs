using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class DailyLimitRuleTests : PlaceRuleCases
{
    protected override Rule Hit { get; } = new DailyLimit { Id = "limit", Orders = 7 };

    protected override string Kind => DailyLimitRule.RuleKind;

    protected override SourcingRequest Request => Loaded(A.Line());

    // 7 orders, 10 lines and 20 units are taken; a line of 3 units comes.
    [Theory]
    [InlineData(8, null, null, "S1")]
    [InlineData(7, null, null, "-")]
    [InlineData(null, 11, null, "S1")]
    [InlineData(null, 10, null, "-")]
    [InlineData(null, null, 23, "S1")]
    [InlineData(null, null, 22, "-")]
    [InlineData(0, 0, 0, "-")]
    public void Excludes_a_location_whose_day_has_no_room(int? orders, int? lines, int? units, string plan)
    {
        var rule = new DailyLimit { Id = "limit", Orders = orders, Lines = lines, Units = units };

        Assert.Equal(plan, Core.Sourcing.Sourcing.Source(Loaded(A.Line(quantity: 3)).With(rule)).Plan());
    }

    [Theory]
    [InlineData(13, 26, 3)]
    [InlineData(12, 26, 2)]
    [InlineData(13, 25, 2)]
    [InlineData(11, 22, 1)]
    public void Counts_what_the_lines_of_the_order_take_together(int lines, int units, int placed)
    {
        var request = Loaded(A.Line("1", quantity: 2), A.Line("2", quantity: 2), A.Line("3", quantity: 2)).With(new DailyLimit { Id = "limit", Lines = lines, Units = units });

        Assert.Equal(placed, Core.Sourcing.Sourcing.Source(request).Assignments.Length);
    }

    [Theory]
    [InlineData(false, "low")]
    [InlineData(true, null)]
    public void Heeds_the_lowest_or_the_highest_as_the_profile_says(bool highest, string? excludedBy)
    {
        var request = Request.With(new DailyLimit { Id = "low", Orders = 7 }, new DailyLimit { Id = "high", Orders = 8 });
        var profile = request.Profile with { Conflicts = new RuleConflicts { HighestDailyLimitCounts = highest } };

        Assert.Equal(excludedBy, Core.Sourcing.Sourcing.Source(request with { Profile = profile }).Candidate("1", "S1").Exclusion?.Rule);
    }

    [Fact]
    public void Falls_for_the_line_that_would_not_have_fitted()
    {
        var request = Loaded(A.Line("1", quantity: 2), A.Line("2", quantity: 2)).With(new DailyLimit { Id = "limit", Units = 22 }.Soft());

        var decision = Core.Sourcing.Sourcing.Source(request);

        Assert.Equal("S1 S1", decision.Plan());
        Assert.Equal("limit", string.Join(' ', decision.Lines.SelectMany(line => line.Fallen).Select(fallen => fallen.Exclusion.Rule)));
    }

    [Fact]
    public void Justify_names_the_numbers()
    {
        var orders = Source(Hit).Candidate("1", "S1").Exclusion;
        var units = Source(new DailyLimit { Id = "units", Units = 20 }).Candidate("1", "S1").Exclusion;

        Assert.Equal(new Exclusion("limit", "'S1' has taken 7 orders today and takes 7 a day.") { Kind = Kind, Limit = 7, Actual = 7 }, orders);
        Assert.Equal(
            new Exclusion("units", "'S1' has taken 20 units today and takes 20 a day; 1 more would be too many.") { Kind = Kind, Limit = 20, Actual = 21 },
            units);
    }

    private SourcingRequest Loaded(params DemandLine[] lines) => base.Request with
    {
        Lines = [.. lines],
        Stock = A.Request().At(A.Location(), ("SKU-1", 50)).Stock,
        Loads = new Dictionary<LocationId, DayLoad> { [new LocationId("S1")] = new(7, 10, 20) },
    };
}
