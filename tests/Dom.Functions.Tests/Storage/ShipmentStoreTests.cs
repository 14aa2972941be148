using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Storage;

[Collection(SharedAzurite.Name)]
public sealed class ShipmentStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private FunctionsBed _bed = null!;

    private ShipmentStore Store => _bed.Get<ShipmentStore>();

    public async Task InitializeAsync() => _bed = await FunctionsBed.StartAsync(azurite);

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task AddAsync_leaves_a_shipment_that_is_there_as_it_is()
    {
        var shipment = A.Shipment();
        await Store.AddAsync(shipment, CancellationToken.None);
        await DecideAsync(ShipmentAction.Accept);

        var stored = await Store.AddAsync(shipment, CancellationToken.None);

        Assert.Equal(ShipmentState.Accepted, stored.State);
    }

    [Fact]
    public async Task DecideAsync_of_two_at_once_decides_the_second_on_what_the_first_did()
    {
        await Store.AddAsync(A.Shipment(), CancellationToken.None);

        var outcomes = await Task.WhenAll(DecideAsync(ShipmentAction.Accept), DecideAsync(ShipmentAction.Expire));

        Assert.Single(outcomes.OfType<ShipmentOutcome.Changed>());
        Assert.Single(outcomes.OfType<ShipmentOutcome.Refused>());
    }

    [Fact]
    public async Task DecideAsync_knows_no_shipment_of_another_location()
    {
        await Store.AddAsync(A.Shipment(), CancellationToken.None);

        var outcome = await Store.DecideAsync(
            Network.Store(2).LocationId, A.Shipment().ShipmentId, A.Command(ShipmentAction.Accept), CancellationToken.None);

        Assert.Null(outcome);
    }

    [Fact]
    public async Task ListAsync_gives_the_states_asked_for_page_by_page()
    {
        foreach (var number in Enumerable.Range(1, 7))
        {
            var shipment = A.Shipment() with { ShipmentId = ShipmentId.Of(new OrderId("W-1"), 1, number) };
            await Store.AddAsync(number == 4 ? shipment.In(ShipmentState.Packed) : shipment, CancellationToken.None);
        }

        var first = await Store.ListAsync(Network.Store(1).LocationId, [ShipmentState.Offered, ShipmentState.Accepted], null, 4, CancellationToken.None);
        var rest = await Store.ListAsync(Network.Store(1).LocationId, [ShipmentState.Offered], first[^1].ShipmentId.Value, 4, CancellationToken.None);

        Assert.Equal(["W-1~1.1", "W-1~1.2", "W-1~1.3", "W-1~1.5"], first.Select(shipment => shipment.ShipmentId.Value));
        Assert.Equal(["W-1~1.6", "W-1~1.7"], rest.Select(shipment => shipment.ShipmentId.Value));
    }

    private Task<ShipmentOutcome?> DecideAsync(ShipmentAction action) =>
        Store.DecideAsync(A.Shipment().LocationId, A.Shipment().ShipmentId, A.Command(action), CancellationToken.None);
}
