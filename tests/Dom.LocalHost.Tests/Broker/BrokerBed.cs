using System.Text;
using Azure.Core.Pipeline;
using Dom.LocalHost.Broker;
using Dom.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dom.LocalHost.Tests.Broker;

/// <summary>A namespace of its own in the shared Azurite, which brokers can be opened on one after the other.</summary>
internal sealed class BrokerBed(AzuriteFixture azurite)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Prefix { get; } = azurite.NewPrefix();

    public string ConnectionString => azurite.ConnectionString;

    public ManualClock Clock { get; } = new();

    public BrokerEntity Orders { get; init; } = new("orders");

    public BrokerEntity Events { get; init; } = new("fulfillment-events") { Subscriptions = ["all"] };

    public BrokerStorage Storage => new(Options());

    public Task<ServiceBusBroker> OpenAsync(TimeProvider? clock = null, HttpPipelineTransport? transport = null) =>
        ServiceBusBroker.OpenAsync(
            [Orders, Events], Options(transport), clock ?? Clock, NullLogger.Instance, CancellationToken.None);

    public static BrokerMessage Message(string text, string? id = null) =>
        new() { Body = Encoding.UTF8.GetBytes(text), MessageId = id };

    public static string Text(BrokerMessage message) => Encoding.UTF8.GetString(message.Body.Span);

    private BrokerOptions Options(HttpPipelineTransport? transport = null) => new()
    {
        ConnectionString = azurite.ConnectionString,
        Prefix = Prefix,
        PollInterval = TimeSpan.FromMilliseconds(100),
        Transport = transport,
    };
}
