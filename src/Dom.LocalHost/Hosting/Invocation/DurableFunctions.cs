using System.Reflection;
using System.Text.Json;
using Dom.LocalHost.Hosting.Catalog;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace Dom.LocalHost.Hosting.Invocation;

/// <summary>Orchestrations and activities of the app as delegates, for the durable engine to run.</summary>
/// <param name="catalog">The app's functions.</param>
/// <param name="services">The app's services.</param>
/// <param name="json">How inputs are read; the same as the engine writes them with.</param>
internal sealed class DurableFunctions(FunctionCatalog catalog, IServiceProvider services, JsonSerializerOptions json)
{
    private static readonly MethodInfo GetInput =
        typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput))!;

    /// <summary>Orchestrators by name.</summary>
    public IReadOnlyDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> Orchestrators() =>
        catalog.Functions
            .Where(function => function.Trigger is FunctionTrigger.Orchestration)
            .ToDictionary(function => ((FunctionTrigger.Orchestration)function.Trigger).Name, Orchestrator);

    /// <summary>Activities by name: they take the calling instance's id, the input as JSON (null for none) and a token.</summary>
    public IReadOnlyDictionary<string, Func<string, string?, CancellationToken, Task<object?>>> Activities() =>
        catalog.Functions
            .Where(function => function.Trigger is FunctionTrigger.Activity)
            .ToDictionary(function => ((FunctionTrigger.Activity)function.Trigger).Name, Activity);

    private Func<TaskOrchestrationContext, Task<object?>> Orchestrator(FunctionDescriptor function)
    {
        var invoker = new FunctionInvoker(function);
        var input = function.Method.GetParameters()
            .SingleOrDefault(parameter => FunctionRules.IsOrchestrationInput(function, parameter));
        return async orchestration =>
        {
            await using var scope = services.CreateAsyncScope();
            var context = Context(function, scope.ServiceProvider, orchestration.InstanceId, CancellationToken.None);
            var values = new Dictionary<string, object?>();
            if (input is not null)
            {
                values[input.Name!] = GetInput.MakeGenericMethod(input.ParameterType)
                    .Invoke(orchestration, BindingFlags.DoNotWrapExceptions, null, null, null);
            }

            return await invoker.InvokeAsync(new(context, orchestration) { Values = values });
        };
    }

    private Func<string, string?, CancellationToken, Task<object?>> Activity(FunctionDescriptor function)
    {
        var invoker = new FunctionInvoker(function);
        var type = function.TriggerParameter.ParameterType;
        return async (instanceId, input, cancellationToken) =>
        {
            await using var scope = services.CreateAsyncScope();
            var context = Context(function, scope.ServiceProvider, instanceId, cancellationToken);
            var value = type == typeof(FunctionContext) ? context
                : input is null ? null
                : Read(function, input, type);
            return await invoker.InvokeAsync(new(context, value));
        };
    }

    private object? Read(FunctionDescriptor function, string input, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(input, type, json);
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException(
                $"Activity '{((FunctionTrigger.Activity)function.Trigger).Name}' cannot read its input as {type.Name}: {broken.Message}", broken);
        }
    }

    private static LocalFunctionContext Context(
        FunctionDescriptor function, IServiceProvider services, string instanceId, CancellationToken cancellationToken) =>
        new(function, services, new Dictionary<string, object?> { ["instanceId"] = instanceId }, cancellationToken);
}
