using System.Reflection;
using System.Runtime.CompilerServices;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Hosting.Catalog;

/// <summary>
/// What a function must look like to run here and in Azure. Stricter than the real worker, where some of these fail only when
/// the function runs, or silently.
/// Source: analyzers DURABLE1001 to 1003 and AZFW0014 to 0017, converters of the worker's extensions.
/// </summary>
internal static class FunctionRules
{
    /// <summary>Everything that is wrong with a function, each in a sentence that names it.</summary>
    /// <param name="function">The function.</param>
    public static IEnumerable<string> Check(FunctionDescriptor function)
    {
        var method = function.Method;
        var type = method.DeclaringType!;
        if (!method.IsStatic && (type.IsAbstract || type.ContainsGenericParameters))
        {
            yield return $"Function '{function.Name}' is in {type.FullName}, which cannot be created; use a static or a plain class.";
        }

        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            yield return $"Function '{function.Name}' is async void, so that its end and its failures are lost; return a Task.";
        }

        if (TriggerType(function) is { } expected && function.TriggerParameter.ParameterType != expected)
        {
            yield return Wrong(function, function.TriggerParameter, expected.Name);
        }

        foreach (var parameter in method.GetParameters().Where(parameter => parameter != function.TriggerParameter))
        {
            if (parameter.IsDefined(typeof(DurableClientAttribute)))
            {
                if (parameter.ParameterType != typeof(DurableTaskClient))
                {
                    yield return Wrong(function, parameter, nameof(DurableTaskClient));
                }
            }
            else if (!IsCommon(parameter.ParameterType) && Allowed(function, parameter) is { } allowed)
            {
                yield return Wrong(function, parameter, allowed);
            }
        }

        if (function.Trigger is FunctionTrigger.Http && !IsHttpResult(ResultType(method)))
        {
            yield return $"Function '{function.Name}' returns {ResultType(method).Name}, which the worker would not write; "
                + "allowed are IResult, IActionResult, Task or void.";
        }

        if (function.Trigger is FunctionTrigger.Http && LeavesLevelToHost(function.TriggerParameter))
        {
            yield return $"Function '{function.Name}' names HTTP methods but no authorization level, which then differs between hosts; "
                + "write HttpTrigger(AuthorizationLevel.…, …).";
        }

        if (function.Trigger is FunctionTrigger.ServiceBus
            && function.TriggerParameter.GetCustomAttribute<ServiceBusTriggerAttribute>() is { } bus
            && (bus.IsBatched || bus.IsSessionsEnabled))
        {
            yield return $"Function '{function.Name}' wants batches or sessions, which the local broker does not deliver; "
                + "leave IsBatched and IsSessionsEnabled off.";
        }
    }

    /// <summary>What a method's task or value gives.</summary>
    /// <param name="method">The method.</param>
    /// <returns><see cref="void"/> for nothing.</returns>
    public static Type ResultType(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(Task) || type == typeof(ValueTask))
        {
            return typeof(void);
        }

        return type.IsGenericType
            && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
    }

    /// <summary>Whether a parameter takes the input of an orchestration: the first that nothing else binds.</summary>
    /// <param name="function">The function.</param>
    /// <param name="parameter">One of its parameters.</param>
    public static bool IsOrchestrationInput(FunctionDescriptor function, ParameterInfo parameter) =>
        function.Trigger is FunctionTrigger.Orchestration
        && parameter == function.Method.GetParameters().FirstOrDefault(candidate =>
            candidate != function.TriggerParameter
            && !IsCommon(candidate.ParameterType)
            && !candidate.IsDefined(typeof(DurableClientAttribute)));

    private static Type? TriggerType(FunctionDescriptor function) => function.Trigger switch
    {
        FunctionTrigger.Http => typeof(HttpRequest),
        FunctionTrigger.ServiceBus => typeof(ServiceBusReceivedMessage),
        FunctionTrigger.Timer => typeof(TimerInfo),
        FunctionTrigger.Orchestration => typeof(TaskOrchestrationContext),
        _ => null,
    };

    private static bool IsCommon(Type type) => type == typeof(FunctionContext) || type == typeof(CancellationToken);

    private static string? Allowed(FunctionDescriptor function, ParameterInfo parameter)
    {
        const string Common = "FunctionContext, CancellationToken, or DurableTaskClient with [DurableClient]";
        var type = parameter.ParameterType;
        return function.Trigger switch
        {
            FunctionTrigger.Http http => RouteValues.IsIn(http.Route, parameter.Name!) && RouteValues.CanBe(type)
                ? null
                : $"HttpRequest as the trigger, {Common}, or a value of route '{http.Route}' as text, int, long, bool or Guid",
            FunctionTrigger.ServiceBus => type == typeof(ServiceBusMessageActions)
                ? null
                : $"ServiceBusMessageActions, {Common}",
            FunctionTrigger.Orchestration => IsOrchestrationInput(function, parameter) && IsExact(type)
                ? null
                : "one input of a concrete type (the worker binds no interface, base or nullable value type; use "
                    + "context.GetInput<T>()), FunctionContext or CancellationToken",
            _ => Common,
        };
    }

    private static bool IsExact(Type type) =>
        !type.IsInterface && !type.IsAbstract && type != typeof(object) && Nullable.GetUnderlyingType(type) is null;

    private static bool LeavesLevelToHost(ParameterInfo trigger) =>
        trigger.GetCustomAttributesData()
            .Where(data => data.AttributeType == typeof(HttpTriggerAttribute))
            .Any(data => data.ConstructorArguments is [{ Value: not AuthorizationLevel and not int }, ..]);

    private static bool IsHttpResult(Type type) =>
        type == typeof(void) || type.IsAssignableTo(typeof(IResult)) || type.IsAssignableTo(typeof(IActionResult));

    private static string Wrong(FunctionDescriptor function, ParameterInfo parameter, string allowed) =>
        $"Function '{function.Name}': parameter '{parameter.Name}' is a {parameter.ParameterType.Name}; allowed is {allowed}.";
}
