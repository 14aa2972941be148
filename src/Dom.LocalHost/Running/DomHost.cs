using Azure.Core;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Dom.Core;
using Dom.Functions;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Dom.LocalHost.Azurite;
using Dom.LocalHost.Broker;
using Dom.LocalHost.Broker.Rest;
using Dom.LocalHost.Durable;
using Dom.LocalHost.Durable.Engine;
using Dom.LocalHost.Durable.Storage;
using Dom.LocalHost.Hosting;
using Dom.LocalHost.Hosting.Catalog;
using Dom.LocalHost.Hosting.Settings;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Running;

/// <summary>All of Dom in one process: storage, broker, durable engine and functions.</summary>
internal sealed class DomHost : IAsyncDisposable
{
    private const string HistoryTable = "DomLocalHistory";

    private static readonly TimeSpan EventsKeptFor = TimeSpan.FromMinutes(5);

    private readonly Stack<IAsyncDisposable> _parts;
    private readonly FunctionsHost _functions;
    private readonly DurableEngine _engine;

    private DomHost(Stack<IAsyncDisposable> parts, FunctionsHost functions, DurableEngine engine, Uri address, Uri serviceBusAddress)
    {
        _parts = parts;
        _functions = functions;
        _engine = engine;
        Address = address;
        ServiceBusAddress = serviceBusAddress;
    }

    /// <summary>Where the HTTP functions listen.</summary>
    public Uri Address { get; }

    /// <summary>Where the broker's REST data plane listens.</summary>
    public Uri ServiceBusAddress { get; }

    /// <summary>Ends when a part fails for good; the failure is thrown.</summary>
    public Task Completion => Task.WhenAny(_functions.Completion, _engine.Completion).Unwrap();

    /// <summary>Starts everything.</summary>
    /// <param name="options">How.</param>
    /// <param name="output">Where it tells what it does.</param>
    /// <param name="loggers">Get what happens.</param>
    /// <param name="cancellationToken">Gives up; what was started is stopped.</param>
    /// <returns>The host, answering.</returns>
    /// <exception cref="LocalHostException">Something is in the way that the user can mend.</exception>
    public static async Task<DomHost> StartAsync(RunOptions options, TextWriter output, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var parts = new Stack<IAsyncDisposable>();
        try
        {
            return await StartAsync(options, output, loggers, parts, cancellationToken);
        }
        catch
        {
            await StopAsync(parts);
            throw;
        }
    }

    /// <summary>Stops everything, last started first.</summary>
    public async ValueTask DisposeAsync() => await StopAsync(_parts);

    private static async Task<DomHost> StartAsync(
        RunOptions options, TextWriter output, ILoggerFactory loggers, Stack<IAsyncDisposable> parts, CancellationToken cancellationToken)
    {
        var hostJson = HostJson.Read(Path.Combine(AppContext.BaseDirectory, "host.json"));
        var configuration = HostSettings.Read();
        parts.Push(HostClaim.Take(options.DataFolder));
        CheckPorts(options);

        var storage = await LocalStorage.OpenAsync(
            new LocalStorageOptions(options.DataFolder, output) { ConnectionString = configuration[HostSettings.DataStorage] }, cancellationToken);
        parts.Push(storage);

        var tables = new TableServiceClient(storage.ConnectionString, TableOptions(storage));
        var broker = await ServiceBusBroker.OpenAsync(
            Entities(configuration),
            new BrokerOptions { ConnectionString = storage.ConnectionString },
            TimeProvider.System,
            loggers.CreateLogger<ServiceBusBroker>(),
            cancellationToken);
        parts.Push(broker);

        DurableTaskClient? client = null;
        var functions = FunctionsHost.Create(new FunctionsHostOptions
        {
            Catalog = FunctionCatalog.Of(typeof(DomHost).Assembly),
            Configuration = configuration,
            HostKey = ClientKey.New(),
            Loggers = loggers,
            Broker = broker,
            HostJson = hostJson,
            Port = options.Port,
            Json = DomJson.Options,
            Middleware = [typeof(AccessMiddleware)],
            Links = [("/api/health/ready", "Health")],
            ConfigureServices = services =>
            {
                services.AddDom(configuration);
                services.Replace(ServiceDescriptor.Singleton(tables));
                services.Replace(ServiceDescriptor.Singleton<ServiceBusClient>(new LocalServiceBusClient(broker, TimeProvider.System)));
                services.AddSingleton<AccessMiddleware>();
                services.AddSingleton(_ => client ?? throw new InvalidOperationException("The durable engine has not been made yet."));
            },
        });
        parts.Push(functions);

        var engine = new DurableEngine(
            Registry(functions),
            new TableHistoryStore(tables.GetTableClient(HistoryTable)),
            TimeProvider.System,
            new JsonPayloads(DomJson.Options),
            loggers,
            new DurableEngineOptions { KeepEndedFor = HostSettings.HistoryKeptFor(configuration) });
        client = new LocalDurableTaskClient(engine);

        await functions.Services.GetRequiredService<DomTables>().CreateAsync(cancellationToken);
        await FirstStart.PrepareAsync(options, functions.Services, output, cancellationToken);

        // Last the ways in: by then everything behind them answers.
        await engine.StartAsync(cancellationToken);
        parts.Push(engine);
        var rest = await BrokerRestServer.StartAsync(broker, options.ServiceBusPort, loggers, cancellationToken);
        parts.Push(rest);
        var address = await functions.StartAsync(cancellationToken);
        return new DomHost(parts, functions, engine, address, rest.Address);
    }

    // Said before anything is stored or shown, not after.
    private static void CheckPorts(RunOptions options)
    {
        if (options.Port != 0 && options.Port == options.ServiceBusPort)
        {
            throw new LocalHostException($"--port and --servicebus-port are both {options.Port}; each needs a port of its own.");
        }

        LoopbackServer.CheckFree(options.Port, "--port");
        LoopbackServer.CheckFree(options.ServiceBusPort, "--servicebus-port");
    }

    private static async Task StopAsync(Stack<IAsyncDisposable> parts)
    {
        while (parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }
    }

    private static BrokerEntity[] Entities(IConfiguration configuration) =>
    [
        // Shorter than a namespace's usual minute: what a killed host had in hand is with the next one soon. The trigger renews it.
        new BrokerEntity(configuration[nameof(DomOptions.OrdersQueue)]!) { LockDuration = TimeSpan.FromSeconds(10) },

        // Nobody need read this one, and Azurite walks over all waiting messages whenever it is asked for one.
        new BrokerEntity(configuration[nameof(DomOptions.FulfillmentEventsTopic)]!)
        {
            Subscriptions = ["all"],
            DefaultTimeToLive = EventsKeptFor,
            DeadLetterOnExpiry = false,
        },
    ];

    /// <summary>How table clients of a storage have to be made.</summary>
    /// <param name="storage">The storage.</param>
    public static TableClientOptions TableOptions(LocalStorage storage)
    {
        var options = new TableClientOptions();
        if (storage.IsAzurite)
        {
            options.AddPolicy(OneBatchAtATimePolicy.Shared, HttpPipelinePosition.PerRetry);
        }

        return options;
    }

    private static DurableRegistry Registry(FunctionsHost functions)
    {
        var registry = new DurableRegistry();
        foreach (var (name, orchestrator) in functions.Durable.Orchestrators())
        {
            registry.AddOrchestrator(name, orchestrator);
        }

        foreach (var (name, activity) in functions.Durable.Activities())
        {
            registry.AddActivity(name, (call, cancellationToken) => activity(call.InstanceId, call.Input, cancellationToken));
        }

        return registry;
    }
}
