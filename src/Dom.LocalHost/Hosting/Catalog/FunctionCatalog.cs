using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Dom.LocalHost.Hosting.Catalog;

/// <summary>The functions of an app, found by their attributes and checked as the real build checks them.</summary>
internal sealed class FunctionCatalog
{
    private FunctionCatalog(IReadOnlyList<FunctionDescriptor> functions) => Functions = functions;

    /// <summary>The functions by name.</summary>
    public IReadOnlyList<FunctionDescriptor> Functions { get; }

    /// <summary>Finds the functions of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <exception cref="LocalHostException">Functions are wrong; the message names each of them and what is wrong.</exception>
    public static FunctionCatalog Of(Assembly assembly) => Of(assembly.GetTypes());

    /// <summary>Finds the functions of types.</summary>
    /// <param name="types">The types; those without functions are fine.</param>
    /// <exception cref="LocalHostException">Functions are wrong; the message names each of them and what is wrong.</exception>
    public static FunctionCatalog Of(IEnumerable<Type> types)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        List<string> faults = [];
        List<FunctionDescriptor> functions = [];
        foreach (var method in types.SelectMany(type => type.GetMethods(All)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } attribute
                && Describe(attribute.Name, method, faults) is { } function)
            {
                functions.Add(function);
                faults.AddRange(FunctionRules.Check(function));
            }
        }

        faults.AddRange(functions
            .GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group =>
                $"'{group.Key}' is the name of {string.Join(" and ", group.Select(f => f.EntryPoint))}; names are unique, whatever the case."));
        return faults.Count == 0
            ? new([.. functions.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)])
            : throw new LocalHostException("The functions cannot be run:\n- " + string.Join("\n- ", faults));
    }

    private static FunctionDescriptor? Describe(string name, MethodInfo method, List<string> faults)
    {
        var found = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: TriggerReader.Read(name, parameter)))
            .Where(pair => pair.Trigger is not null)
            .ToList();
        if (found.Count == 1)
        {
            return new(name, method, found[0].Trigger!, found[0].Parameter);
        }

        faults.Add(found.Count == 0
            ? $"Function '{name}' has no trigger; mark one parameter with HttpTrigger, ServiceBusTrigger, TimerTrigger, "
                + "OrchestrationTrigger or ActivityTrigger."
            : $"Function '{name}' has {found.Count} triggers ({string.Join(", ", found.Select(f => f.Parameter.Name))}); allowed is one.");
        return null;
    }
}
