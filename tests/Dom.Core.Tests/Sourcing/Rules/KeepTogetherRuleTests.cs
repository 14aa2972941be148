using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class KeepTogetherRuleTests
{
    private static readonly KeepTogether Sets = new() { Id = "sets", For = new ProductScope { Skus = [new("A"), new("B")] } };

    [Fact]
    public void Keeps_the_lines_that_it_holds_for_at_one_location()
    {
        Assert.Equal("S2 S2 S1", Source(Sets).Plan());
        Assert.Equal("S1 S2 S1", Source(Sets with { IsDisabled = true }).Plan());
        Assert.Equal("S1 S2 S1", Source(Sets with { Effective = new Effective(new DateOnly(2027, 1, 1), null) }).Plan());
        Assert.Equal("S1 S2 S1", Source(Sets with { For = new ProductScope { Skus = [new("A"), new("OTHER")] } }).Plan());
    }

    [Fact]
    public void Joins_what_rules_and_marks_keep_together()
    {
        var request = A.Request(A.Line("1", "A"), A.Line("2", "B") with { KeepTogether = "mark" }, A.Line("3", "C"), A.Line("4", "D") with { KeepTogether = "mark" });

        Assert.Equal(["0 1 3", "2"], new Screening(request.With(Sets)).Limits.Groups.Select(group => string.Join(' ', group)));
    }

    [Fact]
    public void Keeps_lines_whole()
    {
        var limits = PartialOrdersRuleTests.LimitsOf(Sets, new PartialOrders { Id = "parts", Lines = true });

        Assert.Equal([false, false], limits.MayBeSplit);
    }

    [Fact]
    public void Falls_where_it_is_soft_and_no_location_has_all()
    {
        var request = A.Request(A.Line("1", "A"), A.Line("2", "B")).At(A.Location("S1"), ("A", 1)).At(A.Location("S2"), ("B", 1));

        var decision = Core.Sourcing.Sourcing.Source(request.With(Sets.Soft()));

        Assert.Equal(("S1 S2", "sets", "sets"), (decision.Plan(), decision.Fallen("1"), decision.Fallen("2")));
        Assert.Equal("Lines '1', '2' do not come together, and were to be kept together.", decision.Lines[0].Fallen[0].Exclusion.Sentence);
    }

    private static SourcingDecision Source(params Rule[] rules) => Core.Sourcing.Sourcing.Source(
        A.Request(A.Line("1", "A"), A.Line("2", "B"), A.Line("3", "C"))
            .At(A.Location("S1"), ("A", 1), ("C", 1))
            .At(A.Location("S2", A.Reno.North(400)), ("A", 1), ("B", 1))
            .With(rules));
}
