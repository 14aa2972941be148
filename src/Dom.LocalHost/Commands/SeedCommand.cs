using System.CommandLine;
using Dom.Functions;
using Dom.Functions.Storage;
using Dom.LocalHost.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Dom.LocalHost.Commands;

/// <summary><c>dom seed</c>: puts into fresh storage what a first start of the local host puts there, for an app that runs elsewhere.</summary>
internal static class SeedCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var empty = new Option<bool>("--empty") { Description = "Leave the demo network out: a profile 'default' only." };
        var tables = TableAccess.Option();
        var data = DomCommand.Data();
        var seed = new Command("seed", "Stores the demo network, a profile and a key for each role, for the app under Core Tools or in Azure. What is there stays.") { empty, tables, data };
        seed.SetAction((parsed, cancellationToken) => ExitStatus.OfAsync(() => SeedAsync(
            new RunOptions { DataFolder = parsed.GetValue(data)!, IsEmpty = parsed.GetValue(empty) }, parsed.GetValue(tables), cancellationToken)));
        return seed;
    }

    private static async Task SeedAsync(RunOptions options, Uri? azure, CancellationToken cancellationToken)
    {
        var settings = HostSettings.Read();
        Directory.CreateDirectory(options.DataFolder);
        await using var access = await TableAccess.OpenAsync(azure, settings, options.DataFolder, cancellationToken);
        await using var services = new ServiceCollection().AddLogging().AddDom(settings).AddSingleton(access.Service).BuildServiceProvider();
        await services.GetRequiredService<DomTables>().CreateAsync(cancellationToken);
        await FirstStart.PrepareAsync(options, services, Console.Out, cancellationToken);
        await Console.Out.WriteLineAsync($"Keys: {Path.Combine(options.DataFolder, DemoKeys.FileName)}");
    }
}
