using System.Net;
using System.Net.Sockets;

namespace Dom.LocalHost.Azurite;

/// <summary>The three ports of one Azurite on the loopback address.</summary>
/// <param name="Blob">Port of the blob service, 1 to 65535.</param>
/// <param name="Queue">Port of the queue service, 1 to 65535.</param>
/// <param name="Table">Port of the table service, 1 to 65535.</param>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    /// <summary>The ports that Azurite, and every tool that says <c>UseDevelopmentStorage=true</c>, takes by
    /// default.</summary>
    public static AzuritePorts Default { get; } = new(10000, 10001, 10002);

    /// <summary>Three ports that nothing listens on at this moment.</summary>
    /// <returns>Ports which another process may still take before Azurite does; the start then fails and is tried
    /// again.</returns>
    public static AzuritePorts Free()
    {
        using var blob = Listen();
        using var queue = Listen();
        using var table = Listen();

        return new AzuritePorts(PortOf(blob), PortOf(queue), PortOf(table));
    }

    /// <summary>The ports as a person reads them.</summary>
    public override string ToString() => FormattableString.Invariant($"ports {Blob}, {Queue} and {Table}");

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
