using Microsoft.Azure.Functions.Worker;

namespace Dom.LocalHost.Hosting.Invocation;

/// <summary>What one invocation binds to parameters.</summary>
/// <param name="Context">The invocation.</param>
/// <param name="TriggerValue">What started it.</param>
internal sealed record FunctionCall(LocalFunctionContext Context, object? TriggerValue)
{
    /// <summary>Settles the message; null unless a message started it.</summary>
    public ServiceBusMessageActions? Actions { get; init; }

    /// <summary>Values by parameter name: of the route, or the input of an orchestration.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>();
}
