using Azure.Core;
using Azure.Data.Tables;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Functions.Fulfillment;
using Dom.Functions.Storage;
using Dom.Functions.Waves;
using Dom.LocalHost.Azurite;
using Dom.Tests;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;

namespace Dom.Functions.Tests.TestKit;

/// <summary>The app's services on tables of their own, a clock that stands still, and mocks of Service Bus and of the
/// durable client.</summary>
internal sealed class FunctionsBed : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly string _prefix;
    private readonly (string Name, string Value)[] _settings;
    private readonly ServiceProvider _services;

    private FunctionsBed(string connectionString, string prefix, (string Name, string Value)[] settings)
    {
        (_connectionString, _prefix, _settings) = (connectionString, prefix, settings);
        Bus = new SentMessages(Crash);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                [nameof(DomOptions.TablePrefix)] = prefix,
                [nameof(DomOptions.AnswerWithin)] = "00:00:00",
            })
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
            .Build();
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(new CrashPolicy(Crash, prefix), HttpPipelinePosition.PerCall);
        options.AddPolicy(OneBatchAtATimePolicy.Shared, HttpPipelinePosition.PerRetry);

        var services = new ServiceCollection().AddLogging().AddDom(configuration);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        services.Replace(ServiceDescriptor.Singleton(new TableServiceClient(connectionString, options)));
        services.Replace(ServiceDescriptor.Singleton(Bus.Client));
        services.AddSingleton<OrderActivities>().AddSingleton<ShipmentActivities>().AddSingleton<RecallActivities>();
        services.AddSingleton<WaitingActivities>().AddSingleton<WaveActivities>();
        _services = services.BuildServiceProvider();
    }

    public CrashPoint Crash { get; } = new();

    public ManualTimeProvider Clock { get; } = new(A.Moment);

    public SentMessages Bus { get; }

    public Mock<DurableTaskClient> Durable { get; } = DurableClients.Mock();

    public DomTables Tables => Get<DomTables>();

    public OrderActivities OrderSteps => Get<OrderActivities>();

    public ShipmentActivities ShipmentSteps => Get<ShipmentActivities>();

    /// <summary>The bed on an Azurite, with tables that no other has.</summary>
    public static async Task<FunctionsBed> StartAsync(AzuriteFixture azurite, params (string Name, string Value)[] settings)
    {
        var bed = new FunctionsBed(azurite.ConnectionString, azurite.NewPrefix(), settings);
        await bed.Tables.CreateAsync(CancellationToken.None);
        bed.Crash.Clear();
        return bed;
    }

    /// <summary>Another process on the same tables.</summary>
    public FunctionsBed Twin() => new(_connectionString, _prefix, _settings);

    /// <summary>A service of the app.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A class of functions, made as the host makes it.</summary>
    public T Functions<T>() => ActivatorUtilities.CreateInstance<T>(_services);

    /// <summary>Stores locations and a published profile.</summary>
    public async Task ConfigureAsync(Profile profile, params Location[] locations)
    {
        Assert.True(await Get<ConfigurationStore>().PublishAsync(profile, CancellationToken.None));
        foreach (var location in locations)
        {
            Assert.True(await Get<ConfigurationStore>().PutLocationAsync(location, null, CancellationToken.None));
        }
    }

    /// <summary>Sets what is on hand of a SKU.</summary>
    public Task CountAsync(string sku, params (string Location, int OnHand)[] counts) => Get<StockStore>().CountAsync(
        new Sku(sku), [.. counts.Select(count => new StockCount(new Sku(sku), new LocationId(count.Location), count.OnHand))], CancellationToken.None);

    /// <summary>The stock of a SKU at a location: on hand and held.</summary>
    public async Task<(int OnHand, int Held)> StockAsync(string sku, string location)
    {
        var snapshot = await Get<StockStore>().ReadAsync(new Sku(sku), CancellationToken.None);
        var level = snapshot.Rows[new LocationId(location)].Level;
        return (level.OnHand, level.Held);
    }

    /// <summary>Stores an order, as its orchestration begins.</summary>
    public Task<OrderProgress> SaveAsync(Order order) =>
        OrderSteps.SaveOrder(new ReceivedOrder(order, "fingerprint", A.Moment), CancellationToken.None);

    /// <summary>Stores, sources and offers an order.</summary>
    public async Task<SourcedOrder> OfferAsync(Order order)
    {
        var progress = await SaveAsync(order);
        var result = await OrderSteps.SourceOrder(progress, Durable.Object, CancellationToken.None);
        var offers = new List<ShipmentProgress>();
        foreach (var plan in result.Shipments)
        {
            offers.Add(await ShipmentSteps.OfferShipment(plan, CancellationToken.None));
        }

        return new SourcedOrder(OrderFlow.Sourced(progress, result), result, offers);
    }

    /// <summary>Decides a command on a shipment, as its location's call does.</summary>
    public async Task<Shipment> ActAsync(ShipmentProgress shipment, ShipmentCommand command) =>
        await Get<ShipmentStore>().DecideAsync(shipment.LocationId, shipment.ShipmentId, command, CancellationToken.None)
            is ShipmentOutcome.Changed changed
                ? changed.Shipment
                : throw new InvalidOperationException($"{command.Action} changes nothing.");

    /// <summary>Lets a shipment's orchestration look at it.</summary>
    public Task<ShipmentProgress> FollowAsync(ShipmentProgress shipment, bool isDue = false, bool isWithdrawn = false, params string[] missing) =>
        ShipmentSteps.FollowShipment(
            new FollowShipmentInput(shipment, isDue, isWithdrawn) { MissingSkus = [.. missing.Select(sku => new Sku(sku))] },
            Durable.Object,
            CancellationToken.None);

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();
}

/// <summary>An order that was sourced and offered.</summary>
internal sealed record SourcedOrder(OrderProgress Progress, SourcingResult Result, IReadOnlyList<ShipmentProgress> Offers);
