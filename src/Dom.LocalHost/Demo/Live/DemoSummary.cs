using System.Globalization;

namespace Dom.LocalHost.Demo.Live;

/// <summary>Says the figures of a demo in words.</summary>
internal static class DemoSummary
{
    /// <summary>The figures in one line.</summary>
    /// <param name="figures">The figures.</param>
    public static string Line(DemoFigures figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"Orders: {figures.Posted} posted ({figures.PostedLastMinute} in the last minute), {figures.Sourced} sourced, {figures.InFulfillment} in fulfillment, {figures.Completed} completed, {figures.Waiting} waiting, {figures.Cancelled} cancelled. "
        + $"Offers: {figures.Offered}, {figures.Accepted} accepted, {figures.Rejected} rejected, {figures.Expired} expired, {figures.Rerouted} re-routed. "
        + $"Exceptions: {figures.Exceptions}. Dead letters: {DeadLetters(figures)}.");

    /// <summary>The last line of a demo.</summary>
    /// <param name="figures">The figures.</param>
    public static string End(DemoFigures figures) => string.Create(
        CultureInfo.InvariantCulture, $"The demo ran {(figures.Now - figures.Since).TotalMinutes:0.0} minutes. {Line(figures)}");

    /// <summary>The number of dead letters, or a dash where the queue does not say.</summary>
    /// <param name="figures">The figures.</param>
    public static string DeadLetters(DemoFigures figures) => figures.DeadLetters?.ToString(CultureInfo.InvariantCulture) ?? "–";
}
