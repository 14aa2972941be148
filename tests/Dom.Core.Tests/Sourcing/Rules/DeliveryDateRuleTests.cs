using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Delivery;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class DeliveryDateRuleTests
{
    private static readonly DateOnly Wanted = new(2026, 11, 25);
    private static readonly DeliveryDate Rule = new() { Id = "date" };

    [Theory]
    [InlineData("2026-11-24", 0, null)]
    [InlineData("2026-11-25", 0, null)]
    [InlineData("2026-11-26", 0, "From 'S1' it would arrive on 2026-11-26; it is wanted by 2026-11-25.")]
    [InlineData("2026-11-26", 1, null)]
    [InlineData("2026-11-27", 1, "From 'S1' it would arrive on 2026-11-27; it is wanted by 2026-11-25, 1 days later at most.")]
    [InlineData(null, 0, "From 'S1' it is not known to arrive by 2026-11-25; it is wanted by 2026-11-25.")]
    public void Excludes_a_location_from_which_it_would_be_late(string? arrives, int grace, string? sentence)
    {
        var exclusion = Ask(Request.With(Rule with { GraceDays = grace }), arrives);

        Assert.Equal(sentence, exclusion?.Sentence);
        Assert.True(exclusion is null or { Rule: "date", Kind: DeliveryDateRule.RuleKind });
    }

    [Fact]
    public void Heeds_the_least_grace() =>
        Assert.NotNull(Ask(Request.With(Rule with { GraceDays = 3 }, Rule with { Id = "strict" }), "2026-11-26"));

    [Fact]
    public void Says_nothing_of_orders_that_name_no_day_nor_out_of_its_dates_or_scope()
    {
        var tomorrow = DateOnly.FromDateTime(A.Moment.UtcDateTime).AddDays(1);
        SourcingRequest[] others =
        [
            (Request with { Order = new OrderFacts { Channel = "web" } }).With(Rule),
            Request.With(Rule with { Effective = new Effective(tomorrow, null) }),
            Request.With(Rule with { IsDisabled = true }),
            Request.With(Rule with { At = new PlaceScope { Groups = ["west"] } }),
            Request.With(Rule with { For = new ProductScope { Skus = [new("OTHER")] } }),
        ];

        Assert.All(others, request => Assert.Null(Ask(request, arrives: null)));
    }

    [Fact]
    public void Falls_where_it_is_soft()
    {
        var screening = new Screening(Request.With(Rule.Soft()), new OneDay(null));

        var relaxed = screening.Relaxed(5, []);

        Assert.False(screening.IsEligible(0, 0));
        Assert.True(relaxed.IsEligible(0, 0));
        Assert.Equal("date", Assert.Single(FallenRules.Of(relaxed, [new PlacedUnits(0, 0, 1)])[0]).Exclusion.Rule);
    }

    private static SourcingRequest Request => A.Request(A.Line()).At(A.Location(), ("SKU-1", 1)) with
    {
        Order = new OrderFacts { Channel = "web", RequestedDeliveryDate = Wanted },
    };

    private static Exclusion? Ask(SourcingRequest request, string? arrives)
    {
        var screening = new Screening(request, new OneDay(arrives is null ? null : DateOnly.ParseExact(arrives, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        return screening.ExcludedBy(0, 0)?.Justify(screening.Candidate(0, 0));
    }

    private sealed class OneDay(DateOnly? day) : IArrivals
    {
        public Arrival Of(int line, int location) => day is null ? Arrival.Unknown : Arrival.On(day);
    }
}
