using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dom.Functions.Intake;
using Dom.Functions.Security;
using Dom.Functions.Tests.TestKit;
using Dom.LocalHost.Hosting.Catalog;
using Microsoft.Azure.Functions.Worker;

namespace Dom.Functions.Tests.Infra;

/// <summary>Names that Bicep, host.json, the settings sample, the emulator's configuration and the code share.</summary>
public sealed partial class SharedNamesTests
{
    private static readonly string Bicep = Repository.Read("infra/dom.bicep");
    private static readonly JsonElement Sample = Repository.Json("local.settings.sample.json").GetProperty("Values");
    private static readonly JsonElement Emulator = Repository.Json("infra/local/config.json").At("UserConfig", "Namespaces")[0];
    private static readonly JsonElement Host = Repository.Json("host.json").At("extensions", "durableTask");

    [Fact]
    public void The_queue_is_one_everywhere()
    {
        var trigger = Trigger();
        var queue = new DomOptions().OrdersQueue;

        Assert.Equal($"%{nameof(DomOptions.OrdersQueue)}%", trigger.QueueName);
        Assert.Equal(
            [queue, queue, queue, queue],
            [
                Sample.Text(nameof(DomOptions.OrdersQueue)), Variable("ordersQueue"), Emulator.GetProperty("Queues")[0].Text("Name"),
                Repository.Json("docs/api/asyncapi.json").Text("channels", "orders", "address"),
            ]);
    }

    [Fact]
    public void The_topic_is_one_everywhere()
    {
        var topic = new DomOptions().FulfillmentEventsTopic;

        Assert.Equal(
            [topic, topic, topic, topic],
            [
                Sample.Text(nameof(DomOptions.FulfillmentEventsTopic)), Variable("eventsTopic"), Emulator.GetProperty("Topics")[0].Text("Name"),
                Repository.Json("docs/api/asyncapi.json").Text("channels", "fulfillmentEvents", "address"),
            ]);
    }

    [Fact]
    public void The_samples_send_and_listen_where_the_app_does()
    {
        var (sender, listener) = (Repository.Read("samples/post-order.cs"), Repository.Read("samples/listen.cs"));
        var topic = Emulator.GetProperty("Topics")[0];

        Assert.Contains($"CreateSender(\"{new DomOptions().OrdersQueue}\")", sender, StringComparison.Ordinal);
        Assert.Contains($"CreateReceiver(\"{new DomOptions().FulfillmentEventsTopic}\", subscription)", listener, StringComparison.Ordinal);
        Assert.Contains($": \"{topic.GetProperty("Subscriptions")[0].Text("Name")}\";", listener, StringComparison.Ordinal);
        Assert.All(new[] { sender, listener }, sample => Assert.Contains(Sample.Text("ServiceBus"), sample, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_setting_that_a_trigger_names_is_set()
    {
        var named = Directory.EnumerateFiles(Repository.PathOf("src/Dom.Functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => NamedSetting().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["setting"].Value)
            .Distinct()
            .ToArray();

        Assert.Contains(nameof(DomOptions.LearnPricesSchedule), named);
        Assert.Contains(nameof(DomOptions.SourceWaveSchedule), named);
        Assert.All(named, setting => Assert.Contains(setting, AppSettings()));
        Assert.All(named, setting => Assert.Contains(setting, Sample.Names()));
    }

    [Fact]
    public void Every_connection_that_the_app_reads_is_set()
    {
        string[] connections = ["AzureWebJobsStorage", "DataStorage", Trigger().Connection!];

        Assert.All(connections, connection => Assert.True(Sample.TryGetProperty(connection, out _), connection));
        Assert.All(connections, connection => Assert.Contains(AppSettings(), setting => setting.StartsWith(connection + "__", StringComparison.Ordinal)));
        Assert.Equal("AzureWebJobsStorage", Host.Text("storageProvider", "connectionName"));
    }

    [Fact]
    public void Every_setting_in_Azure_is_read_by_the_app_or_the_platform()
    {
        string[] platform =
        [
            "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "DURABLE_TASK_SCHEDULER_CONNECTION_STRING",
            "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__credential",
            "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri", "ServiceBus__credential",
        ];
        string[] app = ["DataStorage__clientId", "DataStorage__tableServiceUri", "ServiceBus__clientId", "ServiceBus__fullyQualifiedNamespace"];
        var options = typeof(DomOptions).GetProperties().Select(option => option.Name);

        Assert.Empty(AppSettings().Except([.. platform, .. app, .. options]));
        Assert.Empty(platform.Concat(app).Except(AppSettings()));
        Assert.Empty(Sample.Names().Except(["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage", "DataStorage", "ServiceBus", .. options]));
    }

    [Fact]
    public void The_hub_is_one_on_both_backends()
    {
        var scheduler = Repository.Json("infra/host.scheduler.json");
        var durable = scheduler.At("extensions", "durableTask");

        Assert.Equal([Host.Text("hubName"), Host.Text("hubName")], [durable.Text("hubName"), Variable("taskHub")]);
        Assert.Equal("azureManaged", durable.Text("storageProvider", "type"));
        Assert.Contains(durable.Text("storageProvider", "connectionStringName"), AppSettings());
        Assert.Equal(WithoutBackend("host.json"), WithoutBackend("infra/host.scheduler.json"));
    }

    [Fact]
    public void The_entities_of_the_emulator_are_those_of_Azure()
    {
        var bicep = Repository.Read("infra/modules/serviceBus.bicep");
        var queue = Emulator.GetProperty("Queues")[0].GetProperty("Properties");

        Assert.Contains($"maxDeliveryCount: {queue.GetProperty("MaxDeliveryCount")}", bicep, StringComparison.Ordinal);
        Assert.Contains($"lockDuration: '{queue.Text("LockDuration")}'", bicep, StringComparison.Ordinal);
        Assert.Equal(
            queue.GetProperty("DeadLetteringOnMessageExpiration").GetBoolean(), bicep.Contains("deadLetteringOnMessageExpiration: true", StringComparison.Ordinal));
        Assert.Equal(2, bicep.Split("requiresDuplicateDetection: true").Length - 1);
        Assert.All(
            new[] { queue, Emulator.GetProperty("Topics")[0].GetProperty("Properties") },
            entity => Assert.True(entity.GetProperty("RequiresDuplicateDetection").GetBoolean()));
        Assert.NotEmpty(Emulator.GetProperty("Topics")[0].GetProperty("Subscriptions").EnumerateArray());
    }

    [Fact]
    public void The_roles_of_Entra_ID_are_those_of_the_app()
    {
        var roles = Repository.Json("infra/app-roles.json").EnumerateArray().ToList();

        Assert.Equal(
            Enum.GetNames<Role>().Select(JsonNamingPolicy.CamelCase.ConvertName).Order(StringComparer.Ordinal),
            roles.Select(role => role.Text("value")).Order(StringComparer.Ordinal));
        Assert.Equal(roles.Count, roles.Select(role => role.GetProperty("id").GetGuid()).Distinct().Count());
    }

    [Fact]
    public void What_is_kept_ready_is_there()
    {
        var functions = FunctionCatalog.Of(typeof(ReceiveOrder).Assembly).Functions.Select(function => $"function:{function.Name}");
        var ready = Repository.Json("infra/sizes.json").EnumerateObject()
            .SelectMany(size => size.Value.GetProperty("alwaysReady").EnumerateArray(), (_, group) => group.Text("name"));

        Assert.Empty(ready.Except(["http", "durable", .. functions]));
    }

    [Fact]
    public void What_is_deployed_is_the_app()
    {
        var service = Service().Match(Repository.Read("azure.yaml"));
        var functions = Repository.Read("infra/modules/functions.bicep");
        var main = Repository.Read("infra/main.bicep");

        Assert.Contains($"'azd-service-name': '{service.Groups["name"].Value}'", functions, StringComparison.Ordinal);
        Assert.True(File.Exists(Repository.PathOf(service.Groups["project"].Value + "/Dom.Functions.csproj")));
        Assert.Contains("<TargetFramework>net10.0</TargetFramework>", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.Contains("{ name: 'dotnet-isolated', version: '10.0' }", functions, StringComparison.Ordinal);
        Assert.All(
            Repository.Json("infra/main.parameters.json").GetProperty("parameters").Names(),
            parameter => Assert.Contains($"param {parameter} ", main, StringComparison.Ordinal));
    }

    private static ServiceBusTriggerAttribute Trigger() =>
        typeof(ReceiveOrder).GetMethod(nameof(ReceiveOrder.RunAsync))!.GetParameters()[0].GetCustomAttribute<ServiceBusTriggerAttribute>()!;

    private static string Variable(string name) => Regex.Match(Bicep, $"var {name} = '(.+)'").Groups[1].Value;

    private static IReadOnlyList<string> AppSettings()
    {
        var block = Bicep[Bicep.IndexOf("appSettings: union(", StringComparison.Ordinal)..Bicep.IndexOf("\n    )\n", StringComparison.Ordinal)];
        return [.. Setting().Matches(block).Select(match => match.Groups[1].Value)];
    }

    private static string WithoutBackend(string path) => Backend().Replace(Repository.Read(path), "");

    [GeneratedRegex(@"(?:^ +|\{ )([A-Z]\w+): ", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"""storageProvider"": \{[^}]*\}")]
    private static partial Regex Backend();

    [GeneratedRegex(@"services:\n  (?<name>\w+):\n    project: \./(?<project>\S+)")]
    private static partial Regex Service();

    [GeneratedRegex(@"Trigger\(""%(?<setting>\w+)%""")]
    private static partial Regex NamedSetting();
}
