using Dom.Core.Fulfillment;

namespace Dom.Core.Tests.Fulfillment;

/// <summary>What holds of an order whatever happens to it. Every failure prints the seed that made it.</summary>
public sealed class OrderFlowPropertyTests
{
    private const int Seeds = 1000;

    private const int Disturbances = 80;

    [Fact]
    public void No_unit_is_lost_or_doubled()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var simulation = new OrderSimulation(seed);
            for (var number = 0; number < Disturbances; number++)
            {
                simulation.Disturb();
                foreach (var line in simulation.Order.Lines)
                {
                    Property.Holds(line.ToSource + line.InFulfillment + line.Fulfilled + line.Cancelled == line.Quantity, () => $"Seed {seed}: {line}");
                    Property.Holds(line is { ToSource: >= 0, InFulfillment: >= 0, Fulfilled: >= 0, Cancelled: >= 0 }, () => $"Seed {seed}: {line}");
                }
            }
        }
    }

    [Fact]
    public void Every_order_finishes_or_waits_with_exceptions_alone()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var simulation = Run(seed);

            Property.Holds(simulation.Settle(), () => $"Seed {seed}: {OrderFlow.Next(simulation.Order)} after everything ended");
            Property.Holds(
                simulation.IsFinished || simulation.Order.Lines.All(line => line.InFulfillment == 0 && (line.ToSource == 0 || line.Exception is not null)),
                () => $"Seed {seed}: waits for nothing");
            Property.Holds(simulation.IsFinished || OrderFlow.StateOf(simulation.Order) == OrderState.Waiting, () => $"Seed {seed}: {OrderFlow.StateOf(simulation.Order)}");
        }
    }

    [Fact]
    public void What_counts_as_fulfilled_is_what_left()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var simulation = Run(seed);
            simulation.Settle();

            foreach (var line in simulation.Order.Lines)
            {
                var left = simulation.Shipments.Where(shipment => ShipmentFlow.IsFulfilled(shipment.State))
                    .SelectMany(shipment => shipment.Lines)
                    .Where(part => part.LineId == line.LineId)
                    .Sum(part => part.Open);
                var state = LineStates.Of(line, simulation.Shipments);

                Property.Holds(left == line.Fulfilled, () => $"Seed {seed}: {left} left of {line}");
                Property.Holds(
                    (state is LineState.Shipped or LineState.Collected or LineState.Cancelled) == (line.ToSource == 0), () => $"Seed {seed}: {state} is {line}");
            }
        }
    }

    [Fact]
    public void No_location_is_asked_again_for_what_it_refused()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var simulation = Run(seed);
            simulation.Settle();

            Property.Holds(!simulation.HasAskedAgain, () => $"Seed {seed}: asked again");
        }
    }

    [Fact]
    public void Cancelling_ends_every_order()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var simulation = Run(seed);
            simulation.Cancel();

            Property.Holds(simulation.Settle() && simulation.IsFinished, () => $"Seed {seed}: {OrderFlow.Next(simulation.Order)}");
        }
    }

    private static OrderSimulation Run(int seed)
    {
        var simulation = new OrderSimulation(seed);
        for (var number = 0; number < seed % Disturbances; number++)
        {
            simulation.Disturb();
        }

        return simulation;
    }
}
