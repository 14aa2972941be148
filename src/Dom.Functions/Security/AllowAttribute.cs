namespace Dom.Functions.Security;

/// <summary>Says who may call an HTTP function. A function without it lets nobody in.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowAttribute(params Role[] roles) : Attribute
{
    /// <summary>Who may call it.</summary>
    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>Who may know of it but not call it, and is told so; all others are told that it is not there.</summary>
    public Role[] AlsoVisibleTo { get; init; } = [];

    /// <summary>Whether anybody may call it, without a key.</summary>
    public bool Anyone { get; init; }
}
