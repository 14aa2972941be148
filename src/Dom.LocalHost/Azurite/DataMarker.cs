using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Dom.LocalHost.Azurite;

/// <summary>The row by which an Azurite says which data folder it serves.</summary>
/// <param name="connectionString">How to reach it.</param>
internal sealed class DataMarker(string connectionString)
{
    private const string PartitionKey = "host";
    private const string RowKey = "data";

    private readonly TableServiceClient _service = new(connectionString, Impatient());

    /// <summary>Reads the mark.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="RequestFailedException">It does not let us read, having accounts of its own
    /// perhaps.</exception>
    public async Task<DataMark?> ReadAsync(CancellationToken cancellationToken)
    {
        var row = await Table()
            .GetEntityIfExistsAsync<TableEntity>(PartitionKey, RowKey, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return row.HasValue && row.Value!.GetString(nameof(DataMark.Folder)) is { } folder
            ? new DataMark(folder, row.Value.GetInt32(nameof(DataMark.Pid)) ?? 0)
            : null;
    }

    /// <summary>Writes the mark, unless another data folder has marked it.</summary>
    /// <param name="mark">Whom it serves.</param>
    /// <param name="over">Which mark it may replace; null for none. Of several hosts that find none, one writes its own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The mark that stands now.</returns>
    /// <exception cref="RequestFailedException">It does not let us write.</exception>
    public async Task<DataMark> WriteAsync(DataMark mark, DataMark? over, CancellationToken cancellationToken)
    {
        await Table().CreateIfNotExistsAsync(cancellationToken).ConfigureAwait(false);
        var row = new TableEntity(PartitionKey, RowKey)
        {
            [nameof(DataMark.Folder)] = mark.Folder,
            [nameof(DataMark.Pid)] = mark.Pid,
        };
        if (over is not null)
        {
            await Table().UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken).ConfigureAwait(false);
            return mark;
        }

        try
        {
            await Table().AddEntityAsync(row, cancellationToken).ConfigureAwait(false);
            return mark;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return await ReadAsync(cancellationToken).ConfigureAwait(false) ?? mark;
        }
    }

    private TableClient Table() => _service.GetTableClient("DomLocal");

    private static TableClientOptions Impatient()
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        options.AddPolicy(OneBatchAtATimePolicy.Shared, HttpPipelinePosition.PerRetry);
        return options;
    }
}
