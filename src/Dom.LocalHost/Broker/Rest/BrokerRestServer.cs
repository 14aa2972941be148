using Dom.LocalHost.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Broker.Rest;

/// <summary>The listener of the REST data plane, on loopback.</summary>
internal sealed class BrokerRestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BrokerRestServer(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="broker">The broker.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="loggers">Get what happens.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LocalHostException">The port is in use.</exception>
    public static async Task<BrokerRestServer> StartAsync(
        ServiceBusBroker broker, int port, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var logger = loggers.CreateLogger<BrokerRestServer>();
        var plane = new BrokerRestPlane(broker, logger);
        var app = LoopbackServer.Build(port, loggers, _ => { });
        app.Run(plane.InvokeAsync);
        var address = await LoopbackServer.StartAsync(app, port, "--servicebus-port", cancellationToken);
        logger.RestListening(address);
        return new(app, address);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
