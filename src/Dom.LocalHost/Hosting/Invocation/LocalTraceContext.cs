using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace Dom.LocalHost.Hosting.Invocation;

/// <summary>The trace of the current activity.</summary>
internal sealed class LocalTraceContext : TraceContext
{
    /// <inheritdoc/>
    public override string TraceParent { get; } = Activity.Current?.Id ?? "";

    /// <inheritdoc/>
    public override string TraceState { get; } = Activity.Current?.TraceStateString ?? "";
}
