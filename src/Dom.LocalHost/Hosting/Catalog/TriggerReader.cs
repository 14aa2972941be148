using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Dom.LocalHost.Hosting.Catalog;

/// <summary>Reads trigger attributes.</summary>
internal static class TriggerReader
{
    /// <summary>What a parameter's trigger attribute says.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="parameter">The parameter.</param>
    /// <returns>Null when the parameter is no trigger.</returns>
    public static FunctionTrigger? Read(string function, ParameterInfo parameter)
    {
        foreach (var attribute in parameter.GetCustomAttributes())
        {
            FunctionTrigger? trigger = attribute switch
            {
                HttpTriggerAttribute http => new FunctionTrigger.Http(
                    (http.Route ?? function).TrimStart('/'),
                    [.. (http.Methods ?? []).Select(method => method.ToUpperInvariant())],
                    http.AuthLevel),
                ServiceBusTriggerAttribute bus => new FunctionTrigger.ServiceBus(
                    bus.QueueName ?? bus.TopicName!, bus.SubscriptionName, AutoComplete(parameter)),
                TimerTriggerAttribute timer => new FunctionTrigger.Timer(timer.Schedule, timer.RunOnStartup),
                OrchestrationTriggerAttribute orchestration =>
                    new FunctionTrigger.Orchestration(orchestration.Orchestration ?? function),
                ActivityTriggerAttribute activity => new FunctionTrigger.Activity(activity.Activity ?? function),
                _ => null,
            };
            if (trigger is not null)
            {
                return trigger;
            }
        }

        return null;
    }

    // Whether the property was written at all is what decides: unwritten leaves it to host.json.
    private static bool? AutoComplete(ParameterInfo parameter) =>
        parameter.GetCustomAttributesData()
            .Where(data => data.AttributeType == typeof(ServiceBusTriggerAttribute))
            .SelectMany(data => data.NamedArguments)
            .Where(argument => argument.MemberName == nameof(ServiceBusTriggerAttribute.AutoCompleteMessages))
            .Select(argument => (bool?)argument.TypedValue.Value)
            .SingleOrDefault();
}
