using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Hosting;

/// <summary>Kestrel on 127.0.0.1, reachable from this machine only.</summary>
internal static class LoopbackServer
{
    /// <summary>Builds an application that is not started yet. It reads no settings file and no environment.</summary>
    /// <param name="port">The port, 0 to 65535; 0 takes a free one.</param>
    /// <param name="loggers">Get what happens.</param>
    /// <param name="configure">Adds services.</param>
    public static WebApplication Build(int port, ILoggerFactory loggers, Action<IServiceCollection> configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton(loggers);
        builder.Services.AddRoutingCore();
        configure(builder.Services);
        return builder.Build();
    }

    /// <summary>Makes sure that a port can be listened on at this moment.</summary>
    /// <param name="port">The port; 0 always can.</param>
    /// <param name="option">The command line option that changes the port, for the error.</param>
    /// <exception cref="LocalHostException">The port is in use or not allowed.</exception>
    public static void CheckFree(int port, string option)
    {
        try
        {
            using var trial = new TcpListener(IPAddress.Loopback, port);
            trial.Start();
        }
        catch (SocketException inUse)
        {
            throw Taken(port, option, inUse);
        }
    }

    /// <summary>Starts listening.</summary>
    /// <param name="app">The application.</param>
    /// <param name="port">Its port, for the error.</param>
    /// <param name="option">The command line option that changes the port, for the error.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Where it listens.</returns>
    /// <exception cref="LocalHostException">The port is in use or not allowed.</exception>
    public static async Task<Uri> StartAsync(
        WebApplication app, int port, string option, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException inUse)
        {
            await app.DisposeAsync();
            throw Taken(port, option, inUse);
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new(addresses.Addresses.Single());
    }

    private static LocalHostException Taken(int port, string option, Exception why) => new(
        $"Port {port} on 127.0.0.1 cannot be listened on: {why.Message.TrimEnd('.')}. End the program that uses it, or choose another port with {option}.",
        why);
}
