using Microsoft.DurableTask;
using CoreFailure = DurableTask.Core.FailureDetails;

namespace Dom.LocalHost.Durable.History;

/// <summary>A failure as the history keeps it.</summary>
/// <param name="Type">Full name of the exception's type.</param>
/// <param name="Message">The exception's message, at most 4,000 characters.</param>
/// <param name="Stack">The exception's stack, at most 4,000 characters.</param>
/// <param name="Inner">What caused it; at most 5 deep.</param>
/// <param name="IsFinal">True when another attempt cannot help.</param>
internal sealed record FailureRecord(string Type, string Message, string? Stack = null, FailureRecord? Inner = null, bool IsFinal = false)
{
    private const int MaxChars = 4_000;
    private const int MaxDepth = 5;

    /// <summary>The failure of an exception and of what caused it.</summary>
    /// <param name="exception">The exception.</param>
    public static FailureRecord FromException(Exception exception) => FromException(exception, MaxDepth);

    /// <summary>The failure as orchestrator code and clients see it.</summary>
    public TaskFailureDetails ToDetails() => new(Type, Message, Stack, Inner?.ToDetails(), null);

    /// <summary>The failure as a retry policy is asked about it.</summary>
    public CoreFailure ToCore() => new(Type, Message, Stack, Inner?.ToCore(), IsFinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Type}: {Message}";

    private static FailureRecord FromException(Exception exception, int depth) => new(
        exception.GetType().ToString(),
        Shorten(exception.Message)!,
        Shorten(exception.StackTrace),
        depth == 1 ? null : exception switch
        {
            TaskFailedException failed => FromDetails(failed.FailureDetails, depth - 1),
            { InnerException: { } inner } => FromException(inner, depth - 1),
            _ => null,
        });

    private static FailureRecord FromDetails(TaskFailureDetails details, int depth) => new(
        details.ErrorType,
        Shorten(details.ErrorMessage)!,
        Shorten(details.StackTrace),
        depth == 1 || details.InnerFailure is null ? null : FromDetails(details.InnerFailure, depth - 1));

    private static string? Shorten(string? text) => text is { Length: > MaxChars } ? text[..MaxChars] + "…" : text;
}
