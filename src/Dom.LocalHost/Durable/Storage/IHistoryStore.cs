namespace Dom.LocalHost.Durable.Storage;

/// <summary>
/// Where the engine keeps its instances. What a method has written when it returns is there after a crash. Failures of the storage itself
/// come as <see cref="Azure.RequestFailedException"/>; the engine tries again.
/// </summary>
internal interface IHistoryStore
{
    /// <summary>Makes the store ready; does nothing where it is.</summary>
    /// <param name="cancellation">Gives up.</param>
    Task OpenAsync(CancellationToken cancellation);

    /// <summary>Changes an instance as a whole or not at all: one request.</summary>
    /// <param name="write">The change.</param>
    /// <param name="cancellation">Gives up; whether the change has happened is then not known.</param>
    /// <returns>The row's new version.</returns>
    /// <exception cref="HistoryConflictException">The row is not of the expected version.</exception>
    Task<string> WriteAsync(HistoryWrite write, CancellationToken cancellation);

    /// <summary>Adds an inbox row; does nothing where it is.</summary>
    /// <param name="mail">The row.</param>
    /// <param name="cancellation">Gives up.</param>
    Task AddMailAsync(MailRow mail, CancellationToken cancellation);

    /// <summary>Deletes rows of an instance; one that is gone already does no harm.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="keys">The rows' keys, any number.</param>
    /// <param name="cancellation">Gives up.</param>
    Task DeleteRowsAsync(string instanceId, IReadOnlyList<string> keys, CancellationToken cancellation);

    /// <summary>Reads an instance's row alone; null when there is none.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<StoredInstance?> ReadRowAsync(string instanceId, CancellationToken cancellation);

    /// <summary>Reads an instance with the history of its current execution; null when there is none.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<StoredInstance?> ReadHistoryAsync(string instanceId, CancellationToken cancellation);

    /// <summary>Reads an instance with all its rows; null when there is none.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<StoredInstance?> ReadAsync(string instanceId, CancellationToken cancellation);

    /// <summary>Reads a page of instances.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="continuation">Where to begin; null at the start.</param>
    /// <param name="pageSize">Most instances on the page, 1 to 1,000.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<InstancePage> QueryAsync(InstanceFilter filter, string? continuation, int pageSize, CancellationToken cancellation);

    /// <summary>Reads the mail of all instances, each one's in order.</summary>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<MailRow>> ReadMailAsync(CancellationToken cancellation);
}
