using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class RuleBookTests
{
    private static readonly MinimumInventory Floor = new() { Id = "floor", Units = 4, Importance = 2, IsHard = false, For = new ProductScope { Categories = [new CategoryPath("shoes")] } };

    private static readonly SourcingRequest Request =
        (A.Request(A.Line("1", "A"), A.Line("2", "B"), A.Line("3", "C")).At(A.Location(), ("A", 9), ("B", 9), ("C", 9)) with
        {
            Products = new[] { ("A", "shoes"), ("B", "shoes"), ("C", "shirts") }.ToDictionary(
                product => new Sku(product.Item1), product => new Product { Sku = new Sku(product.Item1), Category = new CategoryPath(product.Item2) }),
        }).With(Floor);

    [Fact]
    public void DemandsOf_are_shared_by_lines_that_the_same_rules_hold_for()
    {
        var (book, other) = (BookOf(Request), BookOf(Request with { OrderId = new("W-2"), Lines = [Request.Lines[1]] }));

        Assert.Same(book.DemandsOf(0, 0), book.DemandsOf(1, 0));
        Assert.Same(book.DemandsOf(0, 0), other.DemandsOf(0, 0));
    }

    [Fact]
    public void DemandsOf_differ_where_a_rule_holds_for_one_line_has_fallen_or_is_out_of_its_dates()
    {
        var dated = Request.With(Floor with { Effective = new Effective(DateOnly.FromDateTime(A.Moment.UtcDateTime), null) });
        var (book, before) = (BookOf(dated), BookOf(dated with { At = A.Moment.AddDays(-1) }));

        Assert.Equal((4, 0, 0), (Units(book, 0, 0), Units(book, 2, 0), Units(book, 0, 2)));
        Assert.Equal(0, Units(before, 0, 0));
    }

    private static RuleBook BookOf(SourcingRequest request) => new(request, new RequestColumns(request).Network.ClassesOf(request.Profile));

    private static int Units(RuleBook book, int line, int fallen) => Assert.Single(book.DemandsOf(line, fallen)).FloorUnits;
}
