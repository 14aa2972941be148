using Dom.Core.Solving.Online;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Online;

public sealed class PlaceSteeringTests
{
    [Theory]
    [InlineData(10, 0, 40)]
    [InlineData(5, 500, 40)]
    [InlineData(0, 1000, 40)]
    [InlineData(2, 500, 40 + 150)]
    [InlineData(0, 500, 40 + 250)]
    [InlineData(0, 0, 40 + 272)]
    [InlineData(6, 500, 0)]
    [InlineData(10, 1000, 0)]
    public void Price_rises_where_fewer_places_are_left_than_should_be_and_falls_where_more_are(int left, int sharePerMille, long expected) =>
        Assert.Equal(expected, PlaceSteering.Price(learned: 40, stake: 300, limit: 10, left, sharePerMille));

    [Fact]
    public void Price_stays_as_it_was_learned_without_a_stake() => Assert.Equal(40, PlaceSteering.Price(learned: 40, stake: 0, limit: 10, left: 9, sharePerMille: 1000));

    [Fact]
    public void Price_takes_the_greatest_numbers() =>
        Assert.Equal(long.MaxValue, PlaceSteering.Price(long.MaxValue, long.MaxValue, int.MaxValue, left: 0, sharePerMille: 0));

    [Fact]
    public void Stake_is_a_quarter_of_what_an_order_costs_without_what_stays_unassigned()
    {
        var problem = SmallProblem.Make([1], [11]);

        var stake = PlaceSteering.Stake(problem, Core.Solving.HorizonSolver.Solve(problem, new() { Threads = 1 }));

        Assert.Equal(8 / 2.0 / 4, stake);
    }
}
