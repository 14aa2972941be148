using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

/// <summary>What holds of a shipment whatever is done to it. Every failure prints the seed that made it.</summary>
public sealed class ShipmentFlowPropertyTests
{
    private const int Seeds = 1000;

    private const int Commands = 30;

    [Fact]
    public void Decide_neither_loses_nor_doubles_a_unit()
    {
        ForEachStep((before, _, outcome, seed) =>
        {
            if (outcome is not ShipmentOutcome.Changed { Shipment: var after })
            {
                return;
            }

            Assert.All(after.Lines, line => Property.Holds(0 <= line.Picked && line.Picked <= line.Open && line.Open <= line.Offered, () => $"Seed {seed}: {line}"));
            Assert.All(after.Lines, line => Property.Holds(line.Open + Returned(after, line) == line.Offered, () => $"Seed {seed}: {line} and {Returned(after, line)} returned"));
            Property.Holds(after.History.Length == before.History.Length + 1, () => $"Seed {seed}: one entry for each change");
            Property.Holds(after.History[^1].State == after.State, () => $"Seed {seed}: the last entry tells the state");
            Property.Holds(after.History[^1].Returned.All(back => back.Quantity > 0), () => $"Seed {seed}: nothing that goes back is empty");
        });
    }

    [Fact]
    public void Decide_ends_a_shipment_when_nothing_is_open_and_only_then_in_a_refusal()
    {
        ForEachStep((before, _, outcome, seed) =>
        {
            if (outcome is not ShipmentOutcome.Changed { Shipment: var after })
            {
                return;
            }

            var hasOpen = after.Lines.Any(line => line.Open > 0);
            Property.Holds(!ShipmentFlow.IsEnd(before.State), () => $"Seed {seed}: {before.State} was the end");
            Property.Holds(hasOpen == (!ShipmentFlow.IsEnd(after.State) || ShipmentFlow.IsFulfilled(after.State)), () => $"Seed {seed}: {after.State} with open: {hasOpen}");
            Property.Holds(after.State is not ShipmentState.Picked || after.Lines.All(line => line.Picked == line.Open), () => $"Seed {seed}: picked is all picked");
            Property.Holds(after.State is not ShipmentState.Picking || after.Lines.Any(line => line.Picked < line.Open), () => $"Seed {seed}: picking has something to pick");
        });
    }

    [Fact]
    public void Decide_refuses_nothing_that_it_calls_possible()
    {
        ForEachStep((before, _, outcome, seed) =>
        {
            if (outcome is ShipmentOutcome.Refused { Possible: var possible })
            {
                Assert.All(possible, action => Property.Holds(
                    ShipmentFlow.Decide(before, A.Command(action)) is ShipmentOutcome.Changed or ShipmentOutcome.Unchanged, () => $"Seed {seed}: {action} of {before.State}"));
            }
        });
    }

    [Fact]
    public void Decide_does_a_request_once()
    {
        ForEachStep((before, command, _, seed) =>
        {
            var (marked, unmarked) = (command with { RequestId = "again" }, command with { RequestId = null });
            if (ShipmentFlow.Decide(before, marked) is ShipmentOutcome.Changed { Shipment: var after })
            {
                Property.Holds(ShipmentFlow.Decide(after, marked) is ShipmentOutcome.Unchanged, () => $"Seed {seed}: {marked.Action} twice with a mark");
                Property.Holds(
                    command.Lines is not null || ShipmentFlow.Decide(after, unmarked) is ShipmentOutcome.Unchanged, () => $"Seed {seed}: {command.Action} twice without a mark");
            }
        });
    }

    private static void ForEachStep(Action<Shipment, ShipmentCommand, ShipmentOutcome, int> check)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var lines = Enumerable.Range(1, random.Next(1, 4)).Select(number => ($"{number}", random.Next(1, 5))).ToArray();
            var shipment = A.Shipment(lines).By(random.Next(2) == 0 ? DeliveryMode.Ship : DeliveryMode.Pickup);
            for (var number = 0; number < Commands; number++)
            {
                var command = RandomCommands.Make(random, shipment);
                var outcome = ShipmentFlow.Decide(shipment, command);
                check(shipment, command, outcome, seed);
                shipment = outcome is ShipmentOutcome.Changed changed ? changed.Shipment : shipment;
            }
        }
    }

    private static int Returned(Shipment shipment, ShipmentLine line) =>
        shipment.History.SelectMany(entry => entry.Returned).Where(back => back.LineId == line.LineId).Sum(back => back.Quantity);
}
