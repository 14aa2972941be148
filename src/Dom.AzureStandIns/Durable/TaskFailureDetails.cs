using System.Reflection;

namespace Microsoft.DurableTask;

/// <summary>A failure as data, since exception objects do not cross a history.</summary>
/// <param name="ErrorType">Full name of the exception's type.</param>
/// <param name="ErrorMessage">The exception's message.</param>
/// <param name="StackTrace">The exception's stack, if it had one.</param>
/// <param name="InnerFailure">What caused it, if anything.</param>
/// <param name="Properties">Further values, if the app provides them.</param>
public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    /// <summary>The failure of an exception and of what caused it.</summary>
    /// <param name="exception">The exception.</param>
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(
            exception.GetType().ToString(),
            exception.Message,
            exception.StackTrace,
            exception.InnerException is null ? null : FromException(exception.InnerException),
            null);
    }

    /// <summary>True when the failure is of the type or of one derived from it.</summary>
    /// <typeparam name="T">The exception type.</typeparam>
    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <summary>True when the failure is of the type or of one derived from it; false when its type is not loaded.</summary>
    /// <param name="targetBaseExceptionType">The exception type.</param>
    /// <exception cref="ArgumentException">The type is not an exception's.</exception>
    /// <exception cref="AmbiguousMatchException">Several loaded assemblies have a type of the failure's name.</exception>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
        {
            throw new ArgumentException($"{targetBaseExceptionType} is not an exception type.", nameof(targetBaseExceptionType));
        }

        if (string.IsNullOrEmpty(ErrorType))
        {
            return false;
        }

        var type = Type.GetType(ErrorType, throwOnError: false)
            ?? targetBaseExceptionType.Assembly.GetType(ErrorType, throwOnError: false)
            ?? FindInLoadedAssemblies(ErrorType);
        return type is not null && targetBaseExceptionType.IsAssignableFrom(type);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    private static Type? FindInLoadedAssemblies(string name)
    {
        var found = AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(name, throwOnError: false))
            .OfType<Type>()
            .ToList();
        return found.Count > 1
            ? throw new AmbiguousMatchException($"{found.Count} loaded assemblies have an exception type '{name}'.")
            : found.FirstOrDefault();
    }
}
