namespace DurableTask.Core.Exceptions;

/// <summary>Thrown by a start when an instance of the same id is in a status that forbids another.</summary>
public class OrchestrationAlreadyExistsException : InvalidOperationException
{
    /// <summary>Creates an exception without a message of its own.</summary>
    public OrchestrationAlreadyExistsException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">Which instance, and its status.</param>
    public OrchestrationAlreadyExistsException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">Which instance, and its status.</param>
    /// <param name="innerException">What caused it.</param>
    public OrchestrationAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
