using System.Buffers;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>
/// Writes a transaction as one body. Source: REST reference of the Table service, "Performing entity group
/// transactions".
/// </summary>
internal static class TransactionWriter
{
    // Names of rows and types are escaped, so all that is written here is ASCII.
    private static readonly Encoding Ascii = Encoding.ASCII;

    /// <summary>Writes the body.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="service">Knows the addresses of rows.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="actions">What to do.</param>
    /// <returns>The body's content type.</returns>
    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    public static string Write(
        IBufferWriter<byte> output, TableService service, string table, IEnumerable<TableTransactionAction> actions)
    {
        var batch = $"batch_{Guid.NewGuid()}";
        var changeset = $"changeset_{Guid.NewGuid()}";
        Append(output, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changeset}\r\n\r\n");

        var id = 0;
        foreach (var action in actions)
        {
            id++;
            Append(
                output,
                $"--{changeset}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n" +
                $"Content-ID: {id}\r\n\r\n");
            WriteRequest(output, service, table, action);
        }

        if (id == 0)
        {
            throw new InvalidOperationException("A transaction needs at least one action.");
        }

        Append(output, $"--{changeset}--\r\n\r\n--{batch}--\r\n");
        return $"multipart/mixed; boundary={batch}";
    }

    private static void WriteRequest(
        IBufferWriter<byte> output, TableService service, string table, TableTransactionAction action)
    {
        var isAdd = action.ActionType == TableTransactionActionType.Add;
        var entity = action.Entity;
        var path = isAdd ? table : TableService.RowPath(table, entity.PartitionKey, entity.RowKey);
        Append(output, $"{VerbOf(action.ActionType)} {service.AddressOf(path)} HTTP/1.1\r\n");
        Append(output, "Accept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n");
        if (isAdd)
        {
            Append(output, "Prefer: return-no-content\r\n");
        }

        if (ConditionOf(action) is { } condition)
        {
            Append(output, $"If-Match: {condition}\r\n");
        }

        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Append(output, "\r\n");
            return;
        }

        Append(output, "Content-Type: application/json;odata=minimalmetadata\r\n\r\n");
        EntityWriter.Write(output, entity);
        Append(output, "\r\n");
    }

    private static string VerbOf(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        TableTransactionActionType.Delete => "DELETE",
        _ => throw new InvalidOperationException($"There is no transaction action {type}."),
    };

    // As the real package does it: an update without a tag goes out without a condition, and so is an upsert.
    private static string? ConditionOf(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete => (action.ETag == default ? ETag.All : action.ETag).ToString(),
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace
            when action.ETag != default => action.ETag.ToString(),
        _ => null,
    };

    private static void Append(IBufferWriter<byte> output, string text)
    {
        var span = output.GetSpan(text.Length);
        output.Advance(Ascii.GetBytes(text, span));
    }
}
