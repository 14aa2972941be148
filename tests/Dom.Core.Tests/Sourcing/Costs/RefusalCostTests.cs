using Dom.Core.Network;
using Dom.Core.Profiles.Costs;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Costs;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Costs;

public sealed class RefusalCostTests
{
    private static readonly SourcingRequest Request = A.Request(A.Line("1", "A", 3), A.Line("2", "B"))
        .At(A.Location("DC") with { Type = LocationType.Dc })
        .At(A.Location("S1"))
        .At(A.Location("S2"))
        .At(A.Location("S3"))
        .With(Charged.Product("A", "shoes/running"))
        .With(Charged.Nothing with { Refusal = new RefusalCost { LineMinorUnits = 1000, PriorPerMille = 50, PriorOffers = 20 } });

    [Fact]
    public void LineMinorUnits_weighs_a_refusal_with_the_prior_where_nothing_is_known() => Assert.Equal(50, Request.Line("S1", 1));

    // Stores: 80 offers, 24 refused: (24 + 20 × 0.05) / (80 + 20) = 0.25. S1: (6 + 20 × 0.25) / (20 + 20) = 0.275, S2: (18 + 5) / (60 + 20) = 0.2875, S3 like its
    // kind. Distribution centres: (0 + 1) / (180 + 20) = 0.005, and DC itself (0 + 0.1) / (180 + 20) = 0.0005.
    [Theory]
    [InlineData("S1", 275)]
    [InlineData("S2", 288)]
    [InlineData("S3", 250)]
    [InlineData("DC", 1)]
    public void LineMinorUnits_draws_a_locations_history_towards_that_of_its_kind(string location, long expected) => Assert.Equal(expected, Answered().Line(location, 3));

    // S1 refused 2 of 30 shoes: (2 + 20 × 0.275) / (30 + 20) = 0.15.
    [Fact]
    public void LineMinorUnits_draws_a_categorys_history_towards_that_of_the_location()
    {
        var request = Answered() with
        {
            AnswersByCategory = [new(new("S1"), new("shoes"), new(30, 2)), new(new("S2"), new("hats"), new(30, 2)), new(new("GONE"), new("shoes"), new(30, 2))],
        };

        Assert.Equal((150, 288), (request.Line("S1", 1), request.Line("S2", 1)));
        Assert.Equal(275, (request with { Lines = [A.Line("2", "B")] }).Line("S1", 1));
    }

    [Theory]
    [InlineData(0, 0, 50_000, 50_000)]
    [InlineData(20, 20, 0, 500_000)]
    [InlineData(1, 1, 0, 47_619)]
    [InlineData(int.MaxValue, int.MaxValue, 1_000_000, 1_000_000)]
    public void Shrink_draws_a_rate_towards_a_wider_one(int offered, int refused, long wider, long expected) =>
        Assert.Equal(expected, RefusalChance.Shrink((offered, refused), wider, 20));

    [Fact]
    public void Terms_tell_how_likely_a_refusal_is()
    {
        var term = Answered().Term(CostTerm.Refusal, "S1", 3, 1);

        Assert.Equal((550, "2 lines refused 27.5 % of the time, at 1000 each; of 20 lines offered it refused 6."), (term.MinorUnits, term.Sentence));
    }

    [Fact]
    public void Terms_tell_what_is_known_of_the_category()
    {
        var term = (Answered() with { AnswersByCategory = [new(new("S1"), new("shoes"), new(30, 2))] }).Term(CostTerm.Refusal, "S1", 3, 1);

        Assert.Equal(
            (425, "1 lines refused 15 % of the time, 1 lines refused 27.5 % of the time, at 1000 each; of 20 lines offered it refused 6, of 30 in 'shoes' 2."),
            (term.MinorUnits, term.Sentence));
    }

    private static SourcingRequest Answered() => Request with
    {
        Answers = new Dictionary<LocationId, AnswerHistory> { [new("DC")] = new(180, 0), [new("S1")] = new(20, 6), [new("S2")] = new(60, 18), [new("GONE")] = new(9, 9) },
    };
}
