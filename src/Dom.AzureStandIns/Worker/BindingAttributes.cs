namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Base of every attribute that binds a part of a function to something outside.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute;

/// <summary>Base of the attributes on the parameter that starts a function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute;

/// <summary>Base of the attributes on a parameter that a function reads besides its trigger.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class InputBindingAttribute : BindingAttribute;
