#nullable disable // as the real package: its API carries no nullability
using Azure.Core;

namespace Azure.Messaging.ServiceBus;

/// <summary>The way to a Service Bus namespace. A host that has a broker of its own derives from it.</summary>
public class ServiceBusClient : IAsyncDisposable
{
    /// <summary>For deriving; the members of the base reach no namespace.</summary>
    protected ServiceBusClient()
    {
    }

    /// <summary>Would connect with a key.</summary>
    /// <param name="connectionString">The namespace's connection string.</param>
    /// <exception cref="PlatformNotSupportedException">Always: AMQP needs the real package.</exception>
    public ServiceBusClient(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        throw NoAmqp();
    }

    /// <summary>Would connect with an identity.</summary>
    /// <param name="fullyQualifiedNamespace">The namespace's host name.</param>
    /// <param name="credential">The identity.</param>
    /// <exception cref="PlatformNotSupportedException">Always: AMQP needs the real package.</exception>
    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential)
    {
        ArgumentException.ThrowIfNullOrEmpty(fullyQualifiedNamespace);
        ArgumentNullException.ThrowIfNull(credential);
        throw NoAmqp();
    }

    /// <summary>The namespace's host name.</summary>
    public virtual string FullyQualifiedNamespace => throw NoAmqp();

    /// <summary>Whether it was disposed of.</summary>
    public virtual bool IsClosed => throw NoAmqp();

    /// <summary>A sender to a queue or topic.</summary>
    /// <param name="queueOrTopicName">Its name.</param>
    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => throw NoAmqp();

    /// <summary>Closes the connection.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal static PlatformNotSupportedException NoAmqp() => new(
        "Service Bus over AMQP needs the package Azure.Messaging.ServiceBus, and this build was made without it. "
        + "Build with -p:AzurePackages=true, or let the local host register its own ServiceBusClient.");
}
