namespace Dom.LocalHost.Azurite;

/// <summary>The storage account of the local host: tables and queues.</summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private readonly DataFolder? _folder;
    private readonly AzuriteProcess? _process;

    private LocalStorage(string connectionString, DataFolder? folder, AzuriteProcess? process)
    {
        ConnectionString = connectionString;
        _folder = folder;
        _process = process;
    }

    /// <summary>Connection string with a table and a queue endpoint.</summary>
    public string ConnectionString { get; }

    /// <summary>
    /// Whether it is Azurite, so that every table client needs <see cref="OneBatchAtATimePolicy.Shared"/>.
    /// </summary>
    public bool IsAzurite => ConnectionString
        .Split(';', StringSplitOptions.TrimEntries)
        .Contains($"AccountName={AzuriteAccount.Name}", StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the storage, and starts Azurite where that is needed.</summary>
    /// <param name="options">What it is made from.</param>
    /// <param name="cancellationToken">Gives up; what was started is stopped.</param>
    /// <returns>Storage that answers.</returns>
    /// <exception cref="LocalHostException">Something is in the way that the user can mend.</exception>
    public static async Task<LocalStorage> OpenAsync(LocalStorageOptions options, CancellationToken cancellationToken)
    {
        if (IsGiven(options.ConnectionString))
        {
            return new LocalStorage(options.ConnectionString!, null, null);
        }

        var folder = DataFolder.Open(options.DataFolder);
        try
        {
            var azurite = await new AzuriteFinder(options, folder).FindAsync(cancellationToken).ConfigureAwait(false);
            return new LocalStorage(AzuriteAccount.ConnectionString(azurite.Ports), folder, azurite.Owned);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Stops Azurite when this host started it, or took it over from one that was killed, and waits until it
    /// has saved.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync().ConfigureAwait(false);
            AzuriteRecord.Remove(_folder!.FullPath);
        }

        _folder?.Dispose();
    }

    private static bool IsGiven(string? connectionString) =>
        !string.IsNullOrWhiteSpace(connectionString)
        && !string.Equals(
            connectionString.Trim().TrimEnd(';'), "UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase);
}
