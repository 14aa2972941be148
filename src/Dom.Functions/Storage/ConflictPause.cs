namespace Dom.Functions.Storage;

/// <summary>The pause between a conflict and the next try.</summary>
internal static class ConflictPause
{
    private const int FirstMilliseconds = 5;
    private const int MostDoublings = 6;

    /// <summary>Waits for a random time of at most 5 ms after the first conflict, and up to 320 ms after later ones.</summary>
    /// <remarks>
    /// Who tries again at once keeps in step with the others: all read the same row, one of them changes it, and with a
    /// newcomer each time that has just read, those who lost before lose again.
    /// </remarks>
    /// <param name="retry">How often it was tried again before: 0 after the first conflict.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public static Task WaitAsync(int retry, CancellationToken cancellationToken) =>
        Task.Delay(Random.Shared.Next((FirstMilliseconds << Math.Min(retry, MostDoublings)) + 1), cancellationToken);
}
