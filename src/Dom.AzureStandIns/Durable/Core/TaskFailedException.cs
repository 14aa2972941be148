namespace DurableTask.Core.Exceptions;

/// <summary>A failed activity as the engine under the isolated worker reports it; orchestrator code sees <see cref="Microsoft.DurableTask.TaskFailedException"/>.</summary>
public class TaskFailedException : OrchestrationException
{
    /// <summary>Creates an exception without a message of its own.</summary>
    public TaskFailedException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="reason">What happened.</param>
    public TaskFailedException(string reason)
        : base(reason)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="reason">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public TaskFailedException(string reason, Exception innerException)
        : base(reason, innerException)
    {
    }
}
