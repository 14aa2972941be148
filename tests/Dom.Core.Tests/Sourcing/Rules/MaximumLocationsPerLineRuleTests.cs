using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class MaximumLocationsPerLineRuleTests
{
    [Fact]
    public void Limit_takes_the_lowest_that_holds_for_a_line()
    {
        var three = new MaximumLocationsPerLine { Id = "three", Locations = 3 };
        var two = three with { Id = "two", Locations = 2, For = new ProductScope { Skus = [new("B")] } };

        Assert.Equal([3, 2], PartialOrdersRuleTests.LimitsOf(two, three).MaxLocationsOfLine);
        Assert.Equal([int.MaxValue, 2], PartialOrdersRuleTests.LimitsOf(two, three with { IsDisabled = true }).MaxLocationsOfLine);
    }

    [Theory]
    [InlineData(1, "Line '1' comes from 2 locations, and was to come from at most 1.")]
    [InlineData(2, null)]
    public void Breach_counts_the_locations_of_a_line(int most, string? sentence)
    {
        var plan = new PlacedOrder(A.Request(A.Line("1", quantity: 3)), [true], [new PlacedUnits(0, 0, 1), new PlacedUnits(0, 1, 2)]);

        Assert.Equal(sentence, new MaximumLocationsPerLineRule().Breach(plan, new MaximumLocationsPerLine { Id = "x", Locations = most }, [0]));
    }

    // Three units lie at three locations; a line may be split.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    public void Keeps_a_line_to_as_many_locations(int most, int locations) => Assert.Equal(locations, Source(new MaximumLocationsPerLine { Id = "x", Locations = most }).Assignments.Length);

    [Fact]
    public void Says_nothing_out_of_its_dates_or_scope()
    {
        var one = new MaximumLocationsPerLine { Id = "x", Locations = 1 };
        var today = DateOnly.FromDateTime(A.Moment.UtcDateTime);
        Rule[] rules =
        [
            one with { IsDisabled = true },
            one with { Effective = new Effective(today.AddDays(1), null) },
            one with { Effective = new Effective(null, today.AddDays(-1)) },
            one with { For = new ProductScope { Skus = [new("OTHER")] } },
        ];

        Assert.All(rules, rule => Assert.Equal(3, Source(rule).Assignments.Length));
        Assert.Single(Source(one with { Effective = new Effective(today, today) }).Assignments);
    }

    [Fact]
    public void Falls_where_it_is_soft_for_the_units_that_are_left()
    {
        var decision = Source(new MaximumLocationsPerLine { Id = "x", Locations = 1 }.Soft());

        Assert.Equal((3, "x"), (decision.Assignments.Length, string.Join(' ', decision.Lines[0].Fallen.Select(fallen => fallen.Exclusion.Rule).Distinct())));
        Assert.Equal("Line '1' comes from 3 locations, and was to come from at most 1.", decision.Lines[0].Fallen[0].Exclusion.Sentence);
    }

    private static SourcingDecision Source(Rule rule) => Core.Sourcing.Sourcing.Source(
        A.Request(A.Line(quantity: 3)).At(A.Location("S1"), ("SKU-1", 1)).At(A.Location("S2"), ("SKU-1", 1)).At(A.Location("S3"), ("SKU-1", 1))
            .With(new PartialOrders { Id = "parts", Lines = true }, rule));
}
