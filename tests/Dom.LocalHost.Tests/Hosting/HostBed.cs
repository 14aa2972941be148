using Dom.LocalHost.Hosting;
using Dom.LocalHost.Hosting.Catalog;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dom.LocalHost.Tests.Hosting;

/// <summary>A host of some function classes on a free port.</summary>
internal static class HostBed
{
    public const string Key = "host-key";

    public static FunctionsHostOptions Options(params Type[] types) => new()
    {
        Catalog = FunctionCatalog.Of(types),
        Configuration = new ConfigurationBuilder().AddInMemoryCollection().Build(),
        HostKey = Key,
        Loggers = NullLoggerFactory.Instance,
        Port = 0,
    };

    public static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(pair => pair.Name, pair => (string?)pair.Value))
            .Build();

    public static string Fault(params Type[] types) =>
        Assert.Throws<LocalHostException>(() => FunctionCatalog.Of(types)).Message;
}
