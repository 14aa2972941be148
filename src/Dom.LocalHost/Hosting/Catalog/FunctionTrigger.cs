using Microsoft.Azure.Functions.Worker;

namespace Dom.LocalHost.Hosting.Catalog;

/// <summary>What starts a function.</summary>
internal abstract record FunctionTrigger
{
    private FunctionTrigger()
    {
    }

    /// <summary>An HTTP request.</summary>
    /// <param name="Route">Route template below the prefix.</param>
    /// <param name="Methods">HTTP methods in upper case; empty is every method.</param>
    /// <param name="Level">Which key is asked for.</param>
    internal sealed record Http(string Route, IReadOnlyList<string> Methods, AuthorizationLevel Level) : FunctionTrigger;

    /// <summary>A message of a queue or subscription.</summary>
    /// <param name="QueueOrTopic">The queue or topic, or <c>%Setting%</c>.</param>
    /// <param name="Subscription">The subscription, or <c>%Setting%</c>; null for a queue.</param>
    /// <param name="AutoComplete">Whether the host completes the message; null leaves it to host.json.</param>
    internal sealed record ServiceBus(string QueueOrTopic, string? Subscription, bool? AutoComplete) : FunctionTrigger;

    /// <summary>The clock.</summary>
    /// <param name="Schedule">NCRONTAB expression, or <c>%Setting%</c>.</param>
    /// <param name="RunOnStartup">Whether it also runs when the host starts.</param>
    internal sealed record Timer(string Schedule, bool RunOnStartup) : FunctionTrigger;

    /// <summary>An orchestration.</summary>
    /// <param name="Name">The orchestrator's name.</param>
    internal sealed record Orchestration(string Name) : FunctionTrigger;

    /// <summary>An activity of an orchestration.</summary>
    /// <param name="Name">The activity's name.</param>
    internal sealed record Activity(string Name) : FunctionTrigger;
}
