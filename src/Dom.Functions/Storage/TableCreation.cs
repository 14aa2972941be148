using Microsoft.Extensions.Hosting;

namespace Dom.Functions.Storage;

/// <summary>Makes Dom's tables when the app starts.</summary>
/// <remarks>Before anything else starts: the worker takes messages from the moment it has started, and without tables ten deliveries fail within a second.</remarks>
public sealed class TableCreation(DomTables tables) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => tables.CreateAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
