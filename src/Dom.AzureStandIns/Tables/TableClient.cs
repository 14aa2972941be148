#nullable disable annotations // as in the real package, so that callers compile the same against both

using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>One table.</summary>
public partial class TableClient
{
    private readonly TableService _service;

    /// <summary>For mocks.</summary>
    protected TableClient()
    {
    }

    internal TableClient(TableService service, string name)
    {
        _service = service;
        Name = name;
    }

    /// <summary>The table's name.</summary>
    public virtual string Name { get; }

    /// <summary>A filter whose interpolated values are quoted and escaped.</summary>
    /// <param name="filter">For example <c>$"PartitionKey eq {key}"</c>.</param>
    /// <exception cref="ArgumentException">A value has a type that filters cannot compare with.</exception>
    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    /// <summary>Creates the table where there is none.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The table; status 409 when it was there already.</returns>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var content = new PooledContent();
        using (var writer = new Utf8JsonWriter(content))
        {
            writer.WriteStartObject();
            writer.WriteString("TableName", Name);
            writer.WriteEndObject();
        }

        using var message = _service.Create(RequestMethod.Post, "Tables", content);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        var response = await _service.SendOrConflictAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.Status == 409)
        {
            // A table that is being deleted is a conflict too, and is not there.
            var refusal = new RequestFailedException(response, null, TableErrorParser.Instance);
            if (refusal.ErrorCode != TableErrorCode.TableAlreadyExists)
            {
                throw refusal;
            }
        }

        return Response.FromValue(new TableItem(Name), response);
    }

    /// <summary>Inserts a row that must not exist.</summary>
    /// <typeparam name="T">The type of the row.</typeparam>
    /// <param name="entity">The row. It stays as it is; its new ETag is in the answer's headers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RequestFailedException">409 when the row exists, 404 when the table does not.</exception>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        using var message = _service.Create(RequestMethod.Post, Name, BodyOf(entity));
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        return await _service.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Inserts a row, or changes it where it exists, whatever its version.</summary>
    /// <typeparam name="T">The type of the row.</typeparam>
    /// <param name="entity">The row. It stays as it is; its new ETag is in the answer's headers.</param>
    /// <param name="mode">What happens to properties of the existing row that <paramref name="entity"/> does not
    /// have.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        PutAsync(entity, default, mode, cancellationToken);

    /// <summary>Changes a row that has a certain version.</summary>
    /// <typeparam name="T">The type of the row.</typeparam>
    /// <param name="entity">The row. It stays as it is; its new ETag is in the answer's headers.</param>
    /// <param name="ifMatch">The version demanded, or <see cref="ETag.All"/> for any.</param>
    /// <param name="mode">What happens to properties of the row that <paramref name="entity"/> does not have.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RequestFailedException">412 when the version is another one, 404 when there is no such
    /// row.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        ifMatch == default
            ? throw new ArgumentException("An update needs the ETag of the row, or ETag.All for any.", nameof(ifMatch))
            : PutAsync(entity, ifMatch, mode, cancellationToken);

    /// <summary>Deletes a row.</summary>
    /// <param name="partitionKey">Key of the partition.</param>
    /// <param name="rowKey">Key of the row.</param>
    /// <param name="ifMatch">The version demanded; the default is any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Status 204, or 404 when there is no such row.</returns>
    /// <exception cref="RequestFailedException">412 when the version is another one.</exception>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        using var message = _service.Create(RequestMethod.Delete, TableService.RowPath(Name, partitionKey, rowKey));
        message.Request.Headers.SetValue("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString());
        return await _service.SendOrMissAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a row.</summary>
    /// <param name="entity">Its keys are used; its ETag is not.</param>
    /// <param name="ifMatch">The version demanded; the default is any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Status 204, or 404 when there is no such row.</returns>
    /// <exception cref="RequestFailedException">412 when the version is another one.</exception>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    private static PooledContent BodyOf(ITableEntity entity)
    {
        var content = new PooledContent();
        EntityWriter.Write(content, entity);
        return content;
    }

    private async Task<Response> PutAsync(
        ITableEntity entity, ETag ifMatch, TableUpdateMode mode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey);
        ArgumentNullException.ThrowIfNull(entity.RowKey);
        var path = TableService.RowPath(Name, entity.PartitionKey, entity.RowKey);
        using var message = _service.Create(MethodOf(mode), path, BodyOf(entity));
        if (ifMatch != default)
        {
            message.Request.Headers.SetValue("If-Match", ifMatch.ToString());
        }

        return await _service.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private static RequestMethod MethodOf(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => RequestMethod.Patch,
        TableUpdateMode.Replace => RequestMethod.Put,
        _ => throw new ArgumentException($"There is no update mode {mode}.", nameof(mode)),
    };
}
