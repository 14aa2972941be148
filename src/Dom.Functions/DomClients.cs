using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dom.Functions;

/// <summary>The clients of storage and Service Bus: by connection string, or by address and the app's identity.</summary>
public static class DomClients
{
    private const string Storage = "DataStorage";
    private const string Bus = "ServiceBus";
    private const string StorageAddress = "tableServiceUri";
    private const string BusAddress = "fullyQualifiedNamespace";

    /// <summary>Adds the clients, and checks their settings when the app starts.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The app's settings.</param>
    public static IServiceCollection AddDomClients(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DomOptions>()
            .Validate(_ => IsSet(configuration, Storage, StorageAddress), Missing(Storage, StorageAddress))
            .Validate(_ => IsSet(configuration, Bus, BusAddress), Missing(Bus, BusAddress));
        services.AddSingleton(_ => Tables(configuration.GetSection(Storage)));
        services.AddSingleton(_ => ServiceBus(configuration.GetSection(Bus)));
        return services;
    }

    private static TableServiceClient Tables(IConfigurationSection connection) => connection.Value is { Length: > 0 } secret
        ? new TableServiceClient(secret)
        : new TableServiceClient(new Uri(connection[StorageAddress]!), Identity(connection));

    private static ServiceBusClient ServiceBus(IConfigurationSection connection) => connection.Value is { Length: > 0 } secret
        ? new ServiceBusClient(secret)
        : new ServiceBusClient(connection[BusAddress]!, Identity(connection));

    private static TokenCredential Identity(IConfigurationSection connection) => connection["clientId"] is { Length: > 0 } clientId
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
        : new DefaultAzureCredential();

    private static bool IsSet(IConfiguration configuration, string name, string address) =>
        configuration[name] is { Length: > 0 } || configuration[$"{name}:{address}"] is { Length: > 0 };

    private static string Missing(string name, string address) =>
        $"Setting {name} is missing: set it to a connection string, or {name}__{address} for the app's identity.";
}
