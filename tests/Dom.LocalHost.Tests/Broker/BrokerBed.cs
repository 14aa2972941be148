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

    /// <summary>Waits until something has come true.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isTrue())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    /// <summary>How many messages storage keeps for a path, whatever the broker says of them.</summary>
    public Task<int> StoredCountAsync(string path) => Storage.QueueOf(path).CountAsync(CancellationToken.None);

    /// <summary>How many messages of a path have a row of their own.</summary>
    public async Task<int> RowCountAsync(string path)
    {
        var count = 0;
        await foreach (var _ in Storage.LedgerOf(path).MessageNumbersAsync(CancellationToken.None))
        {
            count++;
        }

        return count;
    }

    private BrokerOptions Options(HttpPipelineTransport? transport = null) => new()
    {
        ConnectionString = azurite.ConnectionString,
        Prefix = Prefix,
        PollInterval = TimeSpan.FromMilliseconds(100),
        Transport = transport,
    };
}
