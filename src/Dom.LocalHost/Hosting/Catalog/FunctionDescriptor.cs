using System.Reflection;

namespace Dom.LocalHost.Hosting.Catalog;

/// <summary>A function that was found.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">Its method; of a static or of a creatable class.</param>
/// <param name="Trigger">What starts it.</param>
/// <param name="TriggerParameter">The parameter that gets what started it.</param>
internal sealed record FunctionDescriptor(
    string Name, MethodInfo Method, FunctionTrigger Trigger, ParameterInfo TriggerParameter)
{
    /// <summary>The method's full name.</summary>
    public string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";
}
