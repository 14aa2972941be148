namespace Dom.Functions.Storage;

/// <summary>
/// Turns at rows that many want to change at once, within this process. ETags keep such rows right without it; but
/// twenty who compete for one row need a hundred tries, and twenty who queue need twenty.
/// </summary>
internal sealed class Turns
{
    // A power of two. Keys share gates, which is harmless: nobody who has a turn takes another.
    private const int Gates = 64;

    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for a turn. Disposing of it gives the turn to the next.</summary>
    /// <param name="key">What is to be changed.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<Turn> TakeAsync(string key, CancellationToken cancellationToken)
    {
        var gate = _gates[key.GetHashCode(StringComparison.Ordinal) & (Gates - 1)];
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    /// <summary>A turn that was taken.</summary>
    /// <param name="gate">What it keeps closed.</param>
    internal readonly struct Turn(SemaphoreSlim gate) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose() => gate.Release();
    }
}
