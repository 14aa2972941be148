#nullable disable annotations // as in the real package, so that callers compile the same against both

using Azure.Core;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Does all of several actions on rows of one partition, or none.</summary>
    /// <param name="transactionActions">1 to 100 actions, 4 MiB together, each on another row.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer to each action, in their order; the rows' new ETags are in their headers.</returns>
    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    /// <exception cref="TableTransactionFailedException">The service refused an action, and so did none of
    /// them.</exception>
    /// <exception cref="RequestFailedException">The service refused the transaction as a whole.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var content = new PooledContent();
        var contentType = TransactionWriter.Write(content, _service, Name, transactionActions);
        using var message = _service.Create(RequestMethod.Post, "$batch", content, contentType);

        var response = await _service.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var answers = TransactionReader.Read(response.Content, response.ClientRequestId);
        if (answers.FirstOrDefault(answer => answer.IsError) is { } refusal)
        {
            throw new TableTransactionFailedException(
                new RequestFailedException(refusal, null, TableErrorParser.Instance));
        }

        return Response.FromValue(answers, response);
    }
}
