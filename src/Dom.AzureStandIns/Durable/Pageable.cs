using System.Runtime.CompilerServices;

namespace Microsoft.DurableTask;

/// <summary>Makes paged lists.</summary>
public static class Pageable
{
    /// <summary>A list whose pages a function fetches.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="pageFunc">Fetches the page at a continuation token.</param>
    public static AsyncPageable<T> Create<T>(Func<string?, CancellationToken, Task<Page<T>>> pageFunc)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return Create<T>((token, _, cancellation) => pageFunc(token, cancellation));
    }

    /// <summary>A list whose pages a function fetches.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="pageFunc">Fetches the page at a continuation token, of about the given length.</param>
    public static AsyncPageable<T> Create<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> pageFunc)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return new Fetched<T>(pageFunc);
    }

    private sealed class Fetched<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> pageFunc) : AsyncPageable<T>
        where T : notnull
    {
        public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = default, int? pageSizeHint = default) =>
            Fetch(continuationToken, pageSizeHint);

        private async IAsyncEnumerable<Page<T>> Fetch(
            string? token, int? size, [EnumeratorCancellation] CancellationToken cancellation = default)
        {
            do
            {
                var page = await pageFunc(token, size, cancellation);
                yield return page;
                token = page.ContinuationToken;
            }
            while (token is not null);
        }
    }
}
