using System.Diagnostics.CodeAnalysis;
using Azure.Messaging.ServiceBus;

namespace Dom.LocalHost.Broker;

/// <summary>The Service Bus client of code that runs in this process: it reaches the broker without a network.</summary>
/// <param name="broker">The broker.</param>
/// <param name="timeProvider">Tells the time.</param>
internal sealed class LocalServiceBusClient(ServiceBusBroker broker, TimeProvider timeProvider) : ServiceBusClient
{
    /// <summary>Where a namespace would be named.</summary>
    public const string Namespace = "localhost";

    private bool _isClosed;

    /// <inheritdoc/>
    public override string FullyQualifiedNamespace => Namespace;

    /// <inheritdoc/>
    public override bool IsClosed => _isClosed;

    /// <inheritdoc/>
    public override ServiceBusSender CreateSender(string queueOrTopicName)
    {
        ArgumentException.ThrowIfNullOrEmpty(queueOrTopicName);
        return new LocalServiceBusSender(broker, queueOrTopicName, timeProvider);
    }

    /// <inheritdoc/>
    [SuppressMessage("Usage", "CA2215:Dispose methods should call base class dispose",
        Justification = "The real base closes its connection, and the constructor for deriving opens none.")]
    public override ValueTask DisposeAsync()
    {
        _isClosed = true;
        return ValueTask.CompletedTask;
    }
}
