using Dom.Core.Solving.Exact;
using Dom.Functions.Events;
using Dom.Functions.Fulfillment;
using Dom.Functions.Intake;
using Dom.Functions.Operations;
using Dom.Functions.Profiles;
using Dom.Functions.Scarcity;
using Dom.Functions.Security;
using Dom.Functions.Sourcing;
using Dom.Functions.Storage;
using Dom.Functions.Waves;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dom.Functions;

/// <summary>The app's services.</summary>
public static class DomServices
{
    /// <summary>Adds all that the functions need, but the clients of storage and Service Bus.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The app's settings.</param>
    public static IServiceCollection AddDom(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DomOptions>().Bind(configuration).ValidateDataAnnotations().ValidateOnStart();

        services.AddSingleton(TimeProvider.System);

        services.AddSingleton<DomTables>();
        services.AddSingleton<OrderStore>();
        services.AddSingleton<ShipmentStore>();
        services.AddSingleton<StockStore>();
        services.AddSingleton<ProductStore>();
        services.AddSingleton<CapacityStore>();
        services.AddSingleton<WaitingStore>();
        services.AddSingleton<ConfigurationStore>();
        services.AddSingleton<ClientKeyStore>();
        services.AddSingleton<StorePrincipals>();
        services.AddSingleton<AnswerStore>();
        services.AddSingleton<LearningStore>();
        services.AddHostedService<TableCreation>();

        services.AddSingleton<OrderIntake>();
        services.AddSingleton<OrderActions>();
        services.AddSingleton<CancellationRetry>();
        services.AddSingleton<DecisionLog>();
        services.AddSingleton<SupplyReader>();
        services.AddSingleton<OrderSourcer>();
        services.AddSingleton<CollateralOffers>();
        services.AddSingleton<ShipmentSettlement>();
        services.AddSingleton<ShipmentReports>();
        services.AddSingleton<Waker>();
        services.AddSingleton<WaitingFollowUp>();
        services.AddSingleton<FulfillmentEvents>();
        services.AddSingleton<LearningSources>();
        services.AddSingleton<WaveSources>();
        services.AddSingleton<WaveStarter>();
        services.AddSingleton<ProfileLife>();

        // A build with OR-Tools has added its own before.
        services.TryAddSingleton<IExactSolver, NoExactSolver>();
        return services;
    }
}
