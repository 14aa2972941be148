using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;

namespace Dom.Functions.Tests.TestKit;

/// <summary>Makes durable clients that know no instance until they are told.</summary>
internal static class DurableClients
{
    public static Mock<DurableTaskClient> Mock() => new("test") { CallBase = true };

    /// <summary>Lets an instance be found.</summary>
    public static Mock<DurableTaskClient> Knows(
        this Mock<DurableTaskClient> client, string id, OrchestrationRuntimeStatus status = OrchestrationRuntimeStatus.Running, string? input = null)
    {
        client.Setup(durable => durable.GetInstancesAsync(id, It.IsAny<bool>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new OrchestrationMetadata("FulfillOrder", id) { RuntimeStatus = status, SerializedInput = input });
        return client;
    }

    /// <summary>The payloads of the events that were raised for an instance.</summary>
    public static IReadOnlyList<object?> Raised(this Mock<DurableTaskClient> client, string id) =>
    [
        .. client.Invocations
            .Where(call => call.Method.Name == nameof(DurableTaskClient.RaiseEventAsync) && call.Arguments.Count == 4 && Equals(call.Arguments[0], id))
            .Select(call => call.Arguments[2]),
    ];

    /// <summary>The options of the orchestrations that were started.</summary>
    public static IReadOnlyList<StartOrchestrationOptions> Started(this Mock<DurableTaskClient> client) =>
    [
        .. client.Invocations
            .Where(call => call.Method.Name == nameof(DurableTaskClient.ScheduleNewOrchestrationInstanceAsync) && call.Arguments.Count == 4)
            .Select(call => (StartOrchestrationOptions)call.Arguments[2]!),
    ];
}
