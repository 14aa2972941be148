using System.Net;
using Dom.EndToEnd.Tests.Hosting;

namespace Dom.EndToEnd.Tests.Crowds;

/// <summary>Tries again while the host is down.</summary>
internal static class Patiently
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the host answers something other than that it could not.</summary>
    /// <returns>The answer; null when there was none before the time was over.</returns>
    public static async Task<Answer?> TryAsync(Func<Task<Answer>> ask, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                var answer = await ask();
                if (answer.Status < HttpStatusCode.InternalServerError)
                {
                    return answer;
                }
            }
            catch (Exception lost) when (IsLost(lost))
            {
                // The host is down or was killed while it answered.
            }

            await Task.Delay(Interval, CancellationToken.None);
        }

        return null;
    }

    /// <summary>Does something until the host lets it be done.</summary>
    public static async Task DoAsync(Func<Task> act)
    {
        while (true)
        {
            try
            {
                await act();
                return;
            }
            catch (Exception lost) when (IsLost(lost))
            {
                await Task.Delay(Interval);
            }
        }
    }

    private static bool IsLost(Exception failure) => failure is HttpRequestException or IOException or TaskCanceledException;
}
