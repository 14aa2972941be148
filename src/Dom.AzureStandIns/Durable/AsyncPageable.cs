namespace Microsoft.DurableTask;

/// <summary>A list that is fetched page by page while it is read.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
    where T : notnull
{
    /// <summary>The list as pages.</summary>
    /// <param name="continuationToken">Where to begin; null at the start.</param>
    /// <param name="pageSizeHint">Wished length of a page; null leaves it to the source.</param>
    public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = default, int? pageSizeHint = default);

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages().WithCancellation(cancellationToken))
        {
            foreach (var value in page.Values)
            {
                yield return value;
            }
        }
    }
}
