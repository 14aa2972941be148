using Dom.Core.Network;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class CapacityRuleTests
{
    [Theory]
    [InlineData(40, 39, false)]
    [InlineData(40, 40, true)]
    [InlineData(40, 41, true)]
    [InlineData(0, null, true)]
    [InlineData(1, null, false)]
    [InlineData(null, 1000, false)]
    public void Excludes_a_location_that_has_taken_its_orders(int? limit, int? taken, bool isExcluded)
    {
        var request = A.Request(A.Line()).At(A.Location() with { OrdersPerDay = limit }, ("SKU-1", 1));
        var today = taken is { } orders ? new Dictionary<LocationId, DayLoad> { [new("S1")] = DayLoad.OfOrders(orders) } : [];

        var exclusion = Core.Sourcing.Sourcing.Source(request with { Loads = today }).Candidate("1", "S1").Exclusion;

        Assert.Equal(isExcluded, exclusion is not null);
    }

    // 10 lines and 20 units are taken; a line of 3 units comes.
    [Theory]
    [InlineData(11, null, false)]
    [InlineData(10, null, true)]
    [InlineData(null, 23, false)]
    [InlineData(null, 22, true)]
    public void Excludes_a_location_that_the_line_or_its_units_are_too_many_for(int? lines, int? units, bool isExcluded)
    {
        var request = A.Request(A.Line(quantity: 3)).At(A.Location() with { LinesPerDay = lines, UnitsPerDay = units }, ("SKU-1", 9)) with
        {
            Loads = new Dictionary<LocationId, DayLoad> { [new("S1")] = new(5, 10, 20) },
        };

        Assert.Equal(isExcluded ? CapacityRule.RuleKind : null, Core.Sourcing.Sourcing.Source(request).Candidate("1", "S1").Exclusion?.Rule);
    }

    [Fact]
    public void Justify_names_both_numbers()
    {
        var request = A.Request(A.Line()).At(A.Location() with { OrdersPerDay = 40 }, ("SKU-1", 1)) with { Loads = new Dictionary<LocationId, DayLoad> { [new("S1")] = DayLoad.OfOrders(40) } };

        Assert.Equal(
            new Exclusion(CapacityRule.RuleKind, "'S1' has taken 40 orders today and takes 40 a day.") { Limit = 40, Actual = 40 },
            Core.Sourcing.Sourcing.Source(request).Candidate("1", "S1").Exclusion);
    }
}
