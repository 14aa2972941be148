using Dom.LocalHost.Durable.History;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Durable.Execution;

/// <summary>How an episode ends the instance, or lets it begin again.</summary>
internal sealed partial class EpisodeRunner
{
    private const string NonDeterminism = "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException";

    private const string DeterminismAdvice =
        "Take time and ids from the context, do not depend on settings, random numbers or the order of unordered sets, and give changed code of "
        + "orchestrations that are under way a new name.";

    private EpisodeOutcome End(Task<object?> run, IEnumerable<HistoryEvent> rest)
    {
        var failure = run.IsCanceled
            ? FailureRecord.FromException(new TaskCanceledException(run))
            : run.Exception is { } thrown ? FailureRecord.FromException(thrown.InnerExceptions[0]) : null;
        var open = _context.OpenCalls.ToList();
        if (open.Count > 0)
        {
            return OpenAtTheEnd(open, failure);
        }

        if (failure is not null)
        {
            return new EpisodeOutcome(OrchestrationRuntimeStatus.Failed, [.. _context.Pending], _context.CustomStatus) { Failure = failure };
        }

        if (_context.IsContinuing)
        {
            var carried = _context.Carried.Concat(rest.Where(IsMail)).ToList();
            return new EpisodeOutcome(OrchestrationRuntimeStatus.Running, [.. _context.Pending], null)
            {
                Continuation = new Continuation(_context.NextInput, carried),
            };
        }

        return Complete(run.Result);
    }

    private EpisodeOutcome Complete(object? result)
    {
        try
        {
            var output = PayloadLimits.Check(_input.Payloads.Serialize(result), $"The output of orchestrator '{_context.Name.Name}'");
            return new EpisodeOutcome(OrchestrationRuntimeStatus.Completed, [.. _context.Pending], _context.CustomStatus) { Output = output };
        }
        catch (Exception exception) when (exception is OrchestrationRuleException or NotSupportedException or System.Text.Json.JsonException)
        {
            return Failed(FailureRecord.FromException(exception));
        }
    }

    private static bool IsMail(HistoryEvent received) =>
        received.Kind is EventKind.EventRaised or EventKind.Suspended or EventKind.Resumed or EventKind.Terminated;

    private EpisodeOutcome OpenAtTheEnd(List<string> open, FailureRecord? failure)
    {
        var how = failure is null ? "returned" : $"threw {failure.Type} ({failure.Message})";
        var message = $"Orchestrator '{_context.Name.Name}' {how} while {open.Count} durable tasks were open: {string.Join(", ", open)}. Azure "
            + "would keep the instance running until each of them ends. Await them, and cancel the token of a timer that is no longer wanted.";
        return Failed(RuleFailure(message) with { Inner = failure });
    }

    private EpisodeOutcome Differs(string how)
    {
        var message = $"Orchestrator '{_context.Name.Name}' of instance '{_context.InstanceId}' is not deterministic: {how}. {DeterminismAdvice}";
        _context.Break(new FailureRecord(NonDeterminism, message));
        return Failed(_context.Fault!);
    }

    private EpisodeOutcome Broken(string message)
    {
        _context.Break(RuleFailure(message));
        return Failed(_context.Fault!);
    }

    private static FailureRecord RuleFailure(string message) => FailureRecord.FromException(new OrchestrationRuleException(message));

    // Nothing of a broken episode is brought about.
    private EpisodeOutcome Failed(FailureRecord failure) =>
        new(OrchestrationRuntimeStatus.Failed, [], _context.CustomStatus) { Failure = failure };
}
