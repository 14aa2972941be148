using Dom.LocalHost.Demo.Api;
using Dom.LocalHost.Demo.Live;
using Dom.LocalHost.Demo.Stores;

namespace Dom.LocalHost.Tests.Demo;

public sealed class DemoBoardTests
{
    private readonly DemoBoard _board = new(TimeProvider.System);

    [Fact]
    public void Seen_counts_an_expired_offer_and_the_new_one_once()
    {
        var order = Order("inFulfillment", Shipment("1", "expired"), Shipment("2", "offered"));

        _board.Seen(order);
        _board.Seen(order);

        var figures = _board.Figures();
        Assert.Equal((2, 1, 1, 1), (figures.Offered, figures.Expired, figures.Rerouted, figures.InFulfillment));
        Assert.Contains(_board.EventsAfter(0), seen => seen is { OrderId: "W-1", LocationId: "store-reno", Sentence: "Offered anew." });
    }

    [Fact]
    public void Seen_counts_an_exception_once_and_says_why()
    {
        var order = Order("waiting") with { Lines = [new SeenOrderLine { LineId = "1", Exception = new SeenException("noStock", "Nothing of SKU-1 is left.") }] };

        _board.Seen(order);
        _board.Seen(order);

        Assert.Equal((1, 1), (_board.Figures().Exceptions, _board.Figures().Waiting));
        Assert.Contains(_board.EventsAfter(0), seen => seen.Sentence == "Exception noStock: Nothing of SKU-1 is left.");
    }

    [Fact]
    public void Seen_moves_an_order_from_state_to_state()
    {
        _board.Seen(Order("inFulfillment", Shipment("1", "accepted")));
        _board.Seen(Order("completed", Shipment("1", "shipped")));

        var figures = _board.Figures();

        Assert.Equal((0, 1, 1), (figures.InFulfillment, figures.Completed, figures.Sourced));
    }

    [Fact]
    public void HostAnswers_says_only_what_changes()
    {
        _board.HostAnswers(true);
        _board.HostAnswers(false);
        _board.HostAnswers(false);
        _board.HostAnswers(true);

        Assert.Equal(2, _board.EventsAfter(0).Length);
    }

    [Fact]
    public void EventsAfter_gives_what_is_new()
    {
        _board.HostAnswers(false);
        var last = _board.EventsAfter(0)[^1].Number;
        _board.HostAnswers(true);

        Assert.Equal("The host answers again.", Assert.Single(_board.EventsAfter(last)).Sentence);
    }

    private static SeenOrder Order(string state, params SeenShipment[] shipments) => new() { OrderId = "W-1", State = state, Shipments = [.. shipments] };

    private static SeenShipment Shipment(string number, string state) =>
        new() { ShipmentId = "W-1." + number, OrderId = "W-1", LocationId = "store-reno", State = state };
}
