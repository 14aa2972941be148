namespace DurableTask.Core.Exceptions;

/// <summary>Base of the failures that the engine under the isolated worker reports.</summary>
public class OrchestrationException : Exception
{
    /// <summary>Creates an exception without a message of its own.</summary>
    public OrchestrationException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened.</param>
    public OrchestrationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public OrchestrationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The failure as data.</summary>
    public FailureDetails? FailureDetails { get; set; }
}
