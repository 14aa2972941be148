namespace Azure.Data.Tables;

/// <summary>The answer to the read of a row that does not exist.</summary>
/// <typeparam name="T">The type the row would have.</typeparam>
/// <param name="response">What the service answered.</param>
internal sealed class MissingEntity<T>(Response response) : NullableResponse<T>
{
    /// <inheritdoc/>
    public override bool HasValue => false;

    /// <inheritdoc/>
    public override T Value =>
        throw new InvalidOperationException("The row does not exist; ask HasValue before Value.");

    /// <inheritdoc/>
    public override Response GetRawResponse() => response;
}
