using System.Diagnostics;
using System.Text.Json;

namespace Dom.EndToEnd.Tests.Hosting;

/// <summary>Waits for what happens by itself.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Reads until it is as wanted.</summary>
    /// <param name="read">Reads it.</param>
    /// <param name="isWanted">Whether it is as wanted.</param>
    /// <param name="tell">Tells more about it when it never is.</param>
    /// <param name="patience">For how long; default one minute, for slow machines.</param>
    /// <typeparam name="T">What is read.</typeparam>
    /// <returns>What was read last.</returns>
    /// <exception cref="TimeoutException">It never is; the message shows the last value.</exception>
    public static async Task<T> GetAsync<T>(
        Func<Task<T>> read, Func<T, bool> isWanted, Func<Task<string>>? tell = null, TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var value = await read();
            if (isWanted(value))
            {
                return value;
            }

            if (watch.Elapsed > (patience ?? Patience))
            {
                var more = tell is null ? "" : Environment.NewLine + await tell();
                throw new TimeoutException($"After {watch.Elapsed.TotalSeconds:F0} s it is still {JsonSerializer.Serialize(value)}{more}");
            }

            await Task.Delay(Interval);
        }
    }
}
