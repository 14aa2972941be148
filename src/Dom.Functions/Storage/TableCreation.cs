using Microsoft.Extensions.Hosting;

namespace Dom.Functions.Storage;

/// <summary>Makes Dom's tables when the app starts.</summary>
public sealed class TableCreation(DomTables tables) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => tables.CreateAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
