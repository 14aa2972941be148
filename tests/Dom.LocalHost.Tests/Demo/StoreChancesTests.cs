using System.Collections.Immutable;
using Dom.LocalHost.Demo.Stores;

namespace Dom.LocalHost.Tests.Demo;

public sealed class StoreChancesTests
{
    private const int Offers = 5000;

    [Fact]
    public void Next_answers_offers_by_the_shares()
    {
        var chances = new StoreChances(seed: 11, new StoreShares(0.7, 0.2, 0.1));

        var verbs = Enumerable.Range(0, Offers).Select(number => chances.Next(Offer(number))?.Verb ?? "silent").CountBy(verb => verb).ToDictionary();

        Assert.InRange(verbs["accept"], Offers * 0.67, Offers * 0.73);
        Assert.InRange(verbs["reject"], Offers * 0.17, Offers * 0.23);
        Assert.InRange(verbs["silent"], Offers * 0.08, Offers * 0.12);
    }

    [Fact]
    public void Next_says_the_same_about_the_same_shipment()
    {
        var first = new StoreChances(seed: 11, StoreShares.Default);
        var second = new StoreChances(seed: 11, StoreShares.Default);
        var other = new StoreChances(seed: 12, StoreShares.Default);

        var offers = Enumerable.Range(0, 200).Select(Offer).ToList();

        Assert.Equal(offers.Select(offer => first.Next(offer)?.Verb), offers.Select(offer => second.Next(offer)?.Verb));
        Assert.NotEqual(offers.Select(offer => first.Next(offer)?.Verb), offers.Select(offer => other.Next(offer)?.Verb));
    }

    [Fact]
    public void Next_rejects_with_a_reason()
    {
        var chances = new StoreChances(seed: 11, new StoreShares(0, 1, 0));

        var reasons = Enumerable.Range(0, Offers).Select(number => chances.Next(Offer(number))!.Request.Reason).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(["closed", "damaged", "displayOnly", "noCapacity", "notFound", "other"], reasons);
    }

    [Fact]
    public void Next_accepts_sometimes_one_unit_less()
    {
        var chances = new StoreChances(seed: 11, new StoreShares(1, 0, 0));

        var partial = Enumerable.Range(0, Offers).Select(number => chances.Next(Offer(number))!.Request).Where(request => request.Lines is not null).ToList();

        Assert.InRange(partial.Count, Offers * 0.08, Offers * 0.12);
        Assert.All(partial, request => Assert.Equal(2, request.Lines!.Value.Sum(line => line.Quantity)));
        Assert.All(partial, request => Assert.Equal("notFound", request.Reason));
    }

    [Theory]
    [InlineData("accepted", "pick,pack,ship,reject", "pick")]
    [InlineData("picked", "pick,unpick,pack,ship,reject", "pack")]
    [InlineData("packed", "unpick,ship,reject", "ship")]
    [InlineData("packed", "unpick,ready,reject", "ready")]
    [InlineData("ready", "collect", "collect")]
    [InlineData("shipped", "", null)]
    [InlineData("expired", "", null)]
    public void Next_goes_on_with_the_work(string state, string possible, string? verb)
    {
        var chances = new StoreChances(seed: 11, StoreShares.Default);
        var shipment = Offer(1) with { State = state, PossibleActions = [.. possible.Split(',')] };

        var turn = chances.Next(shipment);

        Assert.Equal(verb, turn?.Verb);
        Assert.Equal(verb == "ship", turn?.Request.Tracking is not null);
    }

    [Theory]
    [InlineData(0.5, 0.5, 0.5, "add up to 1.5")]
    [InlineData(1.2, -0.1, -0.1, "--accept is '1.2'")]
    [InlineData(0.5, double.NaN, 0.5, "--reject is 'NaN'")]
    public void Shares_that_are_none_are_refused(double accept, double reject, double silent, string says)
    {
        var fault = Assert.Throws<ArgumentException>(() => new StoreShares(accept, reject, silent));

        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    private static SeenShipment Offer(int number) => new()
    {
        ShipmentId = $"W-r-{number}.1.1",
        OrderId = $"W-r-{number}",
        LocationId = "store-reno",
        State = "offered",
        Lines = ImmutableArray.Create(new SeenShipmentLine("1", "SKU-0001", 2), new SeenShipmentLine("2", "SKU-0002", 1)),
        PossibleActions = ["accept", "reject"],
    };
}
