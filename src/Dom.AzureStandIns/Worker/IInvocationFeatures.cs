using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the host offers to middleware, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Adds or replaces a feature.</summary>
    /// <typeparam name="T">The type it is found by.</typeparam>
    /// <param name="instance">The feature.</param>
    [SuppressMessage("Naming", "CA1716:Identifiers should not match keywords", Justification = "The real package's name.")]
    void Set<T>(T instance);

    /// <summary>Finds a feature; null when there is none.</summary>
    /// <typeparam name="T">The type it was set by.</typeparam>
    [SuppressMessage("Naming", "CA1716:Identifiers should not match keywords", Justification = "The real package's name.")]
    T? Get<T>();
}
