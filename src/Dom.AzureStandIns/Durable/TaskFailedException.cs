namespace Microsoft.DurableTask;

/// <summary>Thrown to orchestrator code when an activity or sub-orchestration it awaits has failed.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>Creates the exception from the one that caused it.</summary>
    /// <param name="taskName">Name of the activity or orchestrator.</param>
    /// <param name="taskId">Number of the call within its orchestration.</param>
    /// <param name="innerException">What was thrown.</param>
    public TaskFailedException(string taskName, int taskId, Exception innerException)
        : base(MessageOf(taskName, taskId, innerException?.Message), innerException)
    {
        ArgumentNullException.ThrowIfNull(innerException);
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = TaskFailureDetails.FromException(innerException);
    }

    /// <summary>Creates the exception from a recorded failure.</summary>
    /// <param name="taskName">Name of the activity or orchestrator.</param>
    /// <param name="taskId">Number of the call within its orchestration.</param>
    /// <param name="failureDetails">The failure.</param>
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base(MessageOf(taskName, taskId, failureDetails?.ErrorMessage))
    {
        ArgumentNullException.ThrowIfNull(failureDetails);
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails;
    }

    /// <summary>Name of the activity or orchestrator.</summary>
    public string TaskName { get; }

    /// <summary>Number of the call within its orchestration.</summary>
    public int TaskId { get; }

    /// <summary>What went wrong.</summary>
    public TaskFailureDetails FailureDetails { get; }

    private static string MessageOf(string taskName, int taskId, string? error) => error is null
        ? $"Task '{taskName}' (#{taskId}) failed with an unhandled exception."
        : $"Task '{taskName}' (#{taskId}) failed with an unhandled exception: {error}";
}
