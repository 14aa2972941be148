namespace Microsoft.DurableTask;

/// <summary>One page of a longer list.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
public sealed class Page<T>
    where T : notnull
{
    /// <summary>Creates a page.</summary>
    /// <param name="values">What is on it.</param>
    /// <param name="continuationToken">Where the next page begins; null on the last one.</param>
    public Page(IReadOnlyList<T> values, string? continuationToken = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
        ContinuationToken = continuationToken;
    }

    /// <summary>What is on the page.</summary>
    public IReadOnlyList<T> Values { get; }

    /// <summary>Where the next page begins; null on the last one.</summary>
    public string? ContinuationToken { get; }
}
