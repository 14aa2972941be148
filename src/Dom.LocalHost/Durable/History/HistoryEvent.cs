using System.Text.Json.Serialization;

namespace Dom.LocalHost.Durable.History;

/// <summary>One entry of a history: something the instance received, or something its code did.</summary>
/// <param name="Kind">What it says; which of the other values are set follows from it.</param>
internal sealed record HistoryEvent(EventKind Kind)
{
    /// <summary>Number of the call, timer or sent event it is about, counted from 0 in the order of the code.</summary>
    public int? Id { get; init; }

    /// <summary>Name of the activity, orchestrator or event.</summary>
    public string? Name { get; init; }

    /// <summary>Input, result, output or event payload, as JSON.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public string? Payload { get; init; }

    /// <summary>When a timer is due, in UTC.</summary>
    public DateTime? FireAt { get; init; }

    /// <summary>The sub-orchestration, or the receiver of an event.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Why a call failed.</summary>
    public FailureRecord? Failure { get; init; }

    /// <summary>A client's reason, or what code was caught doing.</summary>
    public string? Reason { get; init; }

    /// <summary>True when a termination also ends the sub-orchestrations.</summary>
    public bool? Recursive { get; init; }

    /// <summary>Id of an event sent by an orchestration, by which a second delivery is recognised.</summary>
    public string? MessageId { get; init; }

    /// <summary>What an action is, in words, for messages.</summary>
    public string Describe() => Kind switch
    {
        EventKind.TaskScheduled => $"activity '{Name}' (#{Id})",
        EventKind.ChildCreated => $"sub-orchestration '{Name}' with id '{InstanceId}' (#{Id})",
        EventKind.TimerCreated => $"timer due {FireAt:yyyy-MM-ddTHH:mm:ssZ} (#{Id})",
        EventKind.EventSent => $"event '{Name}' to '{InstanceId}' (#{Id})",
        _ => $"{Kind} (#{Id})",
    };
}
