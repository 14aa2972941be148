using Dom.LocalHost.Hosting.Catalog;
using Microsoft.Azure.Functions.Worker;

namespace Dom.LocalHost.Hosting.Invocation;

/// <summary>A function's trigger as binding metadata.</summary>
/// <param name="function">The function.</param>
internal sealed class LocalTriggerMetadata(FunctionDescriptor function) : BindingMetadata
{
    /// <inheritdoc/>
    public override string Name => function.TriggerParameter.Name!;

    /// <summary>The type that the real host gives such a trigger, by which middleware tells functions apart.</summary>
    public override string Type => function.Trigger switch
    {
        FunctionTrigger.Http => "httpTrigger",
        FunctionTrigger.ServiceBus => "serviceBusTrigger",
        FunctionTrigger.Timer => "timerTrigger",
        FunctionTrigger.Orchestration => "orchestrationTrigger",
        FunctionTrigger.Activity => "activityTrigger",
        _ => throw new InvalidOperationException($"Function '{function.Name}' has a trigger that this host does not know."),
    };

    /// <inheritdoc/>
    public override BindingDirection Direction => BindingDirection.In;
}
