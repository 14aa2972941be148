using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>The service refused a transaction; nothing of it was done.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    internal const string FailedEntityKey = "FailedEntity";

    /// <summary>Makes the failure of a transaction out of the answer to one of its actions.</summary>
    /// <param name="requestFailedException">
    /// What the service answered; its <see cref="Exception.Data"/> may carry the index under <c>FailedEntity</c>.
    /// </param>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        foreach (var key in requestFailedException.Data.Keys)
        {
            Data.Add(key, requestFailedException.Data[key]);
        }

        if (Data[FailedEntityKey] is string text
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            FailedTransactionActionIndex = index;
        }
    }

    /// <summary>Zero-based place of the action that failed; null when the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
