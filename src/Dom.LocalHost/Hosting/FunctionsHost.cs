using Dom.LocalHost.Hosting.Catalog;
using Dom.LocalHost.Hosting.Invocation;
using Dom.LocalHost.Hosting.Triggers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Hosting;

/// <summary>
/// Runs an app's functions in this process: HTTP through Kestrel, Service Bus triggers from the broker, timers by the clock.
/// Orchestrations and activities it hands out as delegates; the durable engine runs them.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private readonly FunctionsHostOptions _options;
    private readonly WebApplication _app;
    private readonly ILogger _logger;
    private readonly IReadOnlyList<Func<CancellationToken, Task>> _listeners;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    private FunctionsHost(
        FunctionsHostOptions options,
        WebApplication app,
        ILogger logger,
        IReadOnlyList<Func<CancellationToken, Task>> listeners)
    {
        _options = options;
        _app = app;
        _logger = logger;
        _listeners = listeners;
        Durable = new(options.Catalog, app.Services, options.Json);
    }

    /// <summary>Orchestrations and activities.</summary>
    public DurableFunctions Durable { get; }

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Prepares everything; nothing runs yet.</summary>
    /// <param name="options">What to run.</param>
    /// <exception cref="LocalHostException">The host key is empty, or a function, a route, a schedule or a setting is wrong.</exception>
    public static FunctionsHost Create(FunctionsHostOptions options)
    {
        if (options.HostKey.Length == 0)
        {
            // A call without a key would fit an empty one.
            throw new LocalHostException("The host key is empty; functions of every level but anonymous need one.");
        }

        var logger = options.Loggers.CreateLogger<FunctionsHost>();
        var app = LoopbackServer.Build(options.Port, options.Loggers, services => AddServices(services, options));
        var http = new HttpFunctions(new(options.Middleware), options.HostKey, logger);
        List<Func<CancellationToken, Task>> listeners = [];
        options.ConfigureApp(app);
        app.UseStatusCodePages(context => context.HttpContext.Response.StatusCode is 404 or 405
            ? HttpFunctions.RefuseAsync(context.HttpContext)
            : Task.CompletedTask);
        app.MapGet("/", () => StartPage.Of(options.Links));
        foreach (var function in options.Catalog.Functions)
        {
            switch (function.Trigger)
            {
                case FunctionTrigger.Http:
                    http.Map(app, options.HostJson.RoutePrefix, function);
                    break;
                case FunctionTrigger.ServiceBus:
                    var broker = options.Broker ?? throw new LocalHostException(
                        $"Function '{function.Name}' listens to Service Bus, but the host has no broker.");
                    listeners.Add(new ServiceBusListener(function, broker, options.HostJson, app.Services, logger).RunAsync);
                    break;
                case FunctionTrigger.Timer:
                    listeners.Add(new TimerListener(function, app.Services, options.TimeProvider, logger).RunAsync);
                    break;
            }
        }

        return new(options, app, logger, listeners);
    }

    /// <summary>Starts listening.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Where HTTP listens.</returns>
    /// <exception cref="LocalHostException">The port is in use.</exception>
    public async Task<Uri> StartAsync(CancellationToken cancellationToken)
    {
        var address = await LoopbackServer.StartAsync(_app, _options.Port, "--port", cancellationToken);
        _running = Task.WhenAll(_listeners.Select(run => Task.Run(() => run(_stop.Token), CancellationToken.None)));
        _logger.HostStarted(_options.Catalog.Functions.Count, address);
        return address;
    }

    /// <summary>Ends when a listener fails for good or the host is stopped; a failure is thrown.</summary>
    public Task Completion => _running;

    /// <summary>Stops listening, then waits for the functions that run.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _stop.Dispose();
    }

    private static void AddServices(IServiceCollection services, FunctionsHostOptions options)
    {
        services.AddLogging();
        services.AddRouting();
        services.AddMvcCore();
        services.AddSingleton(options.Configuration);
        services.TryAddSingleton(options.TimeProvider);
        options.ConfigureServices(services);
    }
}
