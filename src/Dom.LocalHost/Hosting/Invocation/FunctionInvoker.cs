using System.Reflection;
using Dom.LocalHost.Hosting.Catalog;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Dom.LocalHost.Hosting.Invocation;

/// <summary>Runs one function. An instance method gets an object of its own each time, made with constructor injection.</summary>
internal sealed class FunctionInvoker
{
    private readonly FunctionDescriptor _function;
    private readonly ParameterInfo[] _parameters;
    private readonly ObjectFactory? _create;
    private readonly PropertyInfo? _result;

    /// <summary>Prepares a function.</summary>
    /// <param name="function">The function.</param>
    public FunctionInvoker(FunctionDescriptor function)
    {
        var method = function.Method;
        _function = function;
        _parameters = method.GetParameters();
        _create = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes);
        _result = FunctionRules.ResultType(method) is var result && result != typeof(void) && result != method.ReturnType
            ? typeof(Task<>).MakeGenericType(result).GetProperty(nameof(Task<>.Result))
            : null;
    }

    /// <summary>The function.</summary>
    public FunctionDescriptor Function => _function;

    /// <summary>Runs the function.</summary>
    /// <param name="call">What to bind.</param>
    /// <returns>What it gave; null for nothing.</returns>
    public async Task<object?> InvokeAsync(FunctionCall call)
    {
        var instance = _create?.Invoke(call.Context.InstanceServices, null);
        try
        {
            var arguments = Array.ConvertAll(_parameters, parameter => Bind(parameter, call));
            var returned = _function.Method.Invoke(
                instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            return await UnwrapAsync(returned);
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    private object? Bind(ParameterInfo parameter, FunctionCall call)
    {
        var type = parameter.ParameterType;
        return parameter == _function.TriggerParameter ? call.TriggerValue
            : type == typeof(FunctionContext) ? call.Context
            : type == typeof(CancellationToken) ? call.Context.CancellationToken
            : type == typeof(ServiceBusMessageActions) ? call.Actions
            : type == typeof(DurableTaskClient) ? call.Context.InstanceServices.GetRequiredService<DurableTaskClient>()
            : call.Values.GetValueOrDefault(parameter.Name!);
    }

    // Continues where it was called: an orchestrator may not leave its thread.
    private async Task<object?> UnwrapAsync(object? returned)
    {
        var task = returned switch
        {
            Task running => running,
            ValueTask running => running.AsTask(),
            not null when returned.GetType() is { IsGenericType: true } type
                && type.GetGenericTypeDefinition() == typeof(ValueTask<>) =>
                (Task)type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null)!,
            _ => null,
        };
        if (task is null)
        {
            return returned;
        }

        await task;
        return _result?.GetValue(task);
    }

    private static async ValueTask DisposeAsync(object? instance)
    {
        if (instance is IAsyncDisposable asyncDisposable)
        {
            await asyncDisposable.DisposeAsync();
        }
        else
        {
            (instance as IDisposable)?.Dispose();
        }
    }
}
