using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Dom.Functions.Events;
using Dom.Functions.Fulfillment;
using Dom.Functions.Intake;
using Dom.Functions.Operations;
using Dom.Functions.Sourcing;
using Dom.Functions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dom.Functions;

/// <summary>The app's services.</summary>
public static class DomServices
{
    /// <summary>Adds all that the functions need.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The app's settings.</param>
    public static IServiceCollection AddDom(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DomOptions>().Bind(configuration).ValidateDataAnnotations().ValidateOnStart();

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => Tables(configuration.GetSection("DataStorage")));
        services.AddSingleton(_ => ServiceBus(configuration.GetSection("ServiceBus")));

        services.AddSingleton<DomTables>();
        services.AddSingleton<OrderStore>();
        services.AddSingleton<ShipmentStore>();
        services.AddSingleton<StockStore>();
        services.AddSingleton<CapacityStore>();
        services.AddSingleton<WaitingStore>();
        services.AddSingleton<ConfigurationStore>();
        services.AddSingleton<ClientKeyStore>();
        services.AddHostedService<TableCreation>();

        services.AddSingleton<OrderIntake>();
        services.AddSingleton<OrderActions>();
        services.AddSingleton<CancellationRetry>();
        services.AddSingleton<DecisionLog>();
        services.AddSingleton<SupplyReader>();
        services.AddSingleton<OrderSourcer>();
        services.AddSingleton<ShipmentSettlement>();
        services.AddSingleton<ShipmentReports>();
        services.AddSingleton<Waker>();
        services.AddSingleton<WaitingFollowUp>();
        services.AddSingleton<FulfillmentEvents>();
        return services;
    }

    /// <summary>A connection string, or <c>DataStorage__tableServiceUri</c> with the app's identity.</summary>
    private static TableServiceClient Tables(IConfigurationSection connection) =>
        connection.Value is { Length: > 0 } secret
            ? new TableServiceClient(secret)
            : new TableServiceClient(new Uri(Required(connection, "tableServiceUri")), Identity(connection));

    /// <summary>A connection string, or <c>ServiceBus__fullyQualifiedNamespace</c> with the app's identity.</summary>
    private static ServiceBusClient ServiceBus(IConfigurationSection connection) =>
        connection.Value is { Length: > 0 } secret
            ? new ServiceBusClient(secret)
            : new ServiceBusClient(Required(connection, "fullyQualifiedNamespace"), Identity(connection));

    private static TokenCredential Identity(IConfigurationSection connection) =>
        connection["clientId"] is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential();

    private static string Required(IConfigurationSection connection, string setting) =>
        connection[setting] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(
                $"Setting {connection.Key} is missing: set it to a connection string, or {connection.Key}__{setting} for the app's identity.");
}
