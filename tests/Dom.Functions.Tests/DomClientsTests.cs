using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Tests;

public sealed class DomClientsTests
{
    private const string Bus = "Endpoint=sb://localhost;SharedAccessKeyName=a;SharedAccessKey=b;UseDevelopmentEmulator=true;";

    [Fact]
    public void AddDomClients_says_at_the_start_what_is_missing()
    {
        var nothing = Assert.Throws<OptionsValidationException>(() => Services().GetRequiredService<IStartupValidator>().Validate());
        var storage = Assert.Throws<OptionsValidationException>(() => Services(("DataStorage", "UseDevelopmentStorage=true")).GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Setting DataStorage is missing", nothing.Message, StringComparison.Ordinal);
        Assert.Contains("Setting ServiceBus is missing: set it to a connection string, or ServiceBus__fullyQualifiedNamespace", storage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddDomClients_takes_connection_strings()
    {
        var services = Services(("DataStorage", "UseDevelopmentStorage=true"), ("ServiceBus", Bus));

        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.NotNull(services.GetRequiredService<TableServiceClient>());
        Assert.Throws<PlatformNotSupportedException>(services.GetRequiredService<ServiceBusClient>);
    }

    [Theory]
    [InlineData("1d2c3b4a-0000-0000-0000-000000000000")]
    [InlineData("")]
    public void AddDomClients_takes_addresses_and_the_apps_identity(string clientId)
    {
        var services = Services(
            ("DataStorage:tableServiceUri", "https://account.table.core.windows.net"), ("DataStorage:clientId", clientId),
            ("ServiceBus:fullyQualifiedNamespace", "bus.servicebus.windows.net"), ("ServiceBus:clientId", clientId));

        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.NotNull(services.GetRequiredService<TableServiceClient>());
        Assert.Throws<PlatformNotSupportedException>(services.GetRequiredService<ServiceBusClient>);
    }

    [Theory]
    [InlineData("TablePrefix", "1")]
    [InlineData("LookAgainAfter", "00:00:00")]
    [InlineData("OrdersQueue", "")]
    public void AddDom_refuses_at_the_start_what_is_not_allowed(string setting, string value)
    {
        var services = Services(("DataStorage", "UseDevelopmentStorage=true"), ("ServiceBus", Bus), (setting, value));

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();
        return new ServiceCollection().AddLogging().AddDom(configuration).AddDomClients(configuration).BuildServiceProvider();
    }
}
