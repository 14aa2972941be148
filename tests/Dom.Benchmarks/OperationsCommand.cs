using System.CommandLine;
using Dom.Benchmarks.Hosting;
using Dom.Benchmarks.Load;
using Dom.Benchmarks.Report;
using Dom.Benchmarks.Wire;
using Dom.LocalHost.Azurite;
using Dom.LocalHost.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dom.Benchmarks;

/// <summary><c>operations</c>: what one order costs in requests to storage and in activity calls.</summary>
internal static class OperationsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var orders = new Option<int>("--orders") { Description = "Orders to take the mean of, one after the other.", DefaultValueFactory = _ => 20 };
        var command = new Command("operations", "Requests to storage and activity calls that one order costs.") { orders };
        command.SetAction(parsed => RunAsync(parsed.GetValue(orders)));
        return command;
    }

    private static async Task RunAsync(int orders)
    {
        await Surroundings.PrintAsync(hostDll: null);
        using var scratch = new ScratchFolder();
        using var http = new HttpClient();
        var options = new RunOptions { DataFolder = scratch.Data("operations"), Port = 0, ServiceBusPort = 0, IsEmpty = true };
        await using var host = await DomHost.StartAsync(options, TextWriter.Null, NullLoggerFactory.Instance, CancellationToken.None);
        var azurite = AzuriteRecord.Read(options.DataFolder)!;
        var client = await LoadClient.CreateAsync(http, host.Address, host.ServiceBusAddress, options.DataFolder);
        await client.PutNetworkAsync();
        var connectionString = AzuriteAccount.ConnectionString(azurite.Ports);
        var progress = new StoredProgress(connectionString);

        using var wire = WireCounter.Start(new HashSet<int> { azurite.Ports.Queue, azurite.Ports.Table });
        var steps = new OrderSteps(client, progress);
        await steps.RunAsync("warm", 2, wire);
        var stretches = await steps.RunAsync("cost", orders, wire);

        var summary = new MarkdownTable("An order of two lines and one shipment, from", "Table operations", "of these on `DomLocalHistory`", "Queue operations", "Activity calls");
        var activities = await ActivityCalls.ReadAsync(connectionString, "cost");
        foreach (var (stretch, counts) in stretches)
        {
            var tables = counts.Where(count => count.Key.IsTable).Sum(count => count.Value);
            var history = counts.Where(count => count.Key is { IsTable: true, Target: WireOperation.HistoryTable }).Sum(count => count.Value);
            var queues = counts.Where(count => !count.Key.IsTable).Sum(count => count.Value);
            summary.Add(stretch, PerOrder(tables), PerOrder(history), PerOrder(queues), PerOrder(activities.Where(call => call.Stretch == stretch).Sum(call => call.Count)));
        }

        Console.WriteLine(summary);
        Print("Requests by kind, for each order", ["From", "To", "What", "Times"], stretches.SelectMany(stretch => stretch.Counts
            .OrderBy(count => count.Key.Target, StringComparer.Ordinal).ThenBy(count => count.Key.Kind, StringComparer.Ordinal)
            .Select(count => new[] { stretch.Stretch, $"`{count.Key.Target}`", count.Key.Kind, PerOrder(count.Value) })));
        Print("Activity calls, for each order", ["From", "Activity", "Times"], activities.Select(call => new[] { call.Stretch, $"`{call.Name}`", PerOrder(call.Count) }));

        string PerOrder(int count) => Figures.Of((double)count / orders, 1);
    }

    private static void Print(string title, string[] heads, IEnumerable<string[]> rows)
    {
        var table = new MarkdownTable(heads);
        foreach (var row in rows)
        {
            table.Add(row);
        }

        Console.WriteLine(title + Environment.NewLine);
        Console.WriteLine(table);
    }
}
