namespace Dom.Core.Solving;

/// <summary>
/// Threads that share out numbered pieces of work. What a piece does must not depend on which thread does it, or when: then the
/// outcome is the same for any number of threads.
/// </summary>
/// <param name="count">Threads, 1 or more.</param>
internal sealed class Workers(int count)
{
    /// <summary>How many threads there are; each has scratch of its own.</summary>
    public int Count => count;

    /// <summary>Does every piece, and returns when all are done.</summary>
    /// <param name="pieces">How many pieces there are.</param>
    /// <param name="work">Does one: the thread's number, the piece's number.</param>
    public void Run(int pieces, Action<int, int> work)
    {
        if (count == 1 || pieces <= 1)
        {
            for (var piece = 0; piece < pieces; piece++)
            {
                work(0, piece);
            }

            return;
        }

        var next = -1;
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = count }, worker =>
        {
            for (var piece = Interlocked.Increment(ref next); piece < pieces; piece = Interlocked.Increment(ref next))
            {
                work(worker, piece);
            }
        });
    }
}
