namespace DurableTask.Core;

/// <summary>A failure as the engine under the isolated worker records it. <see cref="Microsoft.DurableTask.RetryPolicy"/> is asked in these terms.</summary>
/// <param name="errorType">Full name of the exception's type.</param>
/// <param name="errorMessage">The exception's message.</param>
/// <param name="stackTrace">The exception's stack, if it had one.</param>
/// <param name="innerFailure">What caused it, if anything.</param>
/// <param name="isNonRetriable">True when another attempt cannot help.</param>
public class FailureDetails(string errorType, string errorMessage, string? stackTrace, FailureDetails? innerFailure, bool isNonRetriable)
{
    /// <summary>Full name of the exception's type.</summary>
    public string ErrorType { get; } = errorType;

    /// <summary>The exception's message.</summary>
    public string ErrorMessage { get; } = errorMessage;

    /// <summary>The exception's stack, if it had one.</summary>
    public string? StackTrace { get; } = stackTrace;

    /// <summary>What caused it, if anything.</summary>
    public FailureDetails? InnerFailure { get; } = innerFailure;

    /// <summary>True when another attempt cannot help.</summary>
    public bool IsNonRetriable { get; } = isNonRetriable;
}
