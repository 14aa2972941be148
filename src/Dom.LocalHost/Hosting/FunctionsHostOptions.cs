using System.Text.Json;
using Dom.LocalHost.Broker;
using Dom.LocalHost.Hosting.Catalog;
using Dom.LocalHost.Hosting.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Hosting;

/// <summary>What a functions host runs, and how.</summary>
internal sealed record FunctionsHostOptions
{
    /// <summary>The functions.</summary>
    public required FunctionCatalog Catalog { get; init; }

    /// <summary>The settings of the app; functions get it as <see cref="IConfiguration"/>.</summary>
    public required IConfiguration Configuration { get; init; }

    /// <summary>Opens functions of every level but anonymous; not empty.</summary>
    public required string HostKey { get; init; }

    /// <summary>Gets what happens.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>Where the Service Bus triggers listen; null where no function has one.</summary>
    public ServiceBusBroker? Broker { get; init; }

    /// <summary>host.json.</summary>
    public HostJson HostJson { get; init; } = new();

    /// <summary>Adds the app's services, and then local ones in place of those that reach Azure.</summary>
    public Action<IServiceCollection> ConfigureServices { get; init; } = _ => { };

    /// <summary>Middleware around HTTP functions, the first outermost.</summary>
    public IReadOnlyList<Type> Middleware { get; init; } = [];

    /// <summary>Adds more to the web application, such as static files; runs before the functions' routes are added.</summary>
    public Action<WebApplication> ConfigureApp { get; init; } = _ => { };

    /// <summary>Links of the start page: address and text.</summary>
    public IReadOnlyList<(string Address, string Text)> Links { get; init; } = [];

    /// <summary>Port of the HTTP functions; 0 takes a free one. Default 7071.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>Tells the time.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How inputs of orchestrations and activities are read. Default: names in any case, as the worker's.</summary>
    public JsonSerializerOptions Json { get; init; } = new() { PropertyNameCaseInsensitive = true };
}
