using System.CommandLine;
using Dom.Benchmarks.Hosting;
using Dom.Benchmarks.Load;
using Dom.Benchmarks.Report;

namespace Dom.Benchmarks;

/// <summary><c>orders</c>: orders per second from queue to offer, and from offer to completed.</summary>
internal static class OrdersCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var orders = new Option<int>("--orders") { Description = "How many orders.", DefaultValueFactory = _ => 1000 };
        var concurrency = new Option<int>("--concurrency") { Description = "Calls under way at once.", DefaultValueFactory = _ => 16 };
        var host = HostOption.Create();
        var command = new Command("orders", "Orders per second from queue to offer, and from accept to completed.") { orders, concurrency, host };
        command.SetAction(parsed => RunAsync(parsed.GetValue(host)!, parsed.GetValue(orders), parsed.GetValue(concurrency)));
        return command;
    }

    private static async Task RunAsync(string hostDll, int orders, int concurrency)
    {
        await Surroundings.PrintAsync(hostDll);
        using var scratch = new ScratchFolder();
        using var http = new HttpClient();
        await using var host = await HostProcess.StartAsync(["dotnet", hostDll], scratch.Data("orders"), isEmpty: true);
        var client = await LoadClient.CreateAsync(http, host.Address, host.ServiceBusAddress, host.DataFolder);
        await client.PutNetworkAsync();
        await using var events = EventReader.Start(http, host.ServiceBusAddress, LoadNetwork.Readers);
        var progress = new StoredProgress(host.ConnectionString);
        var load = new OrderLoad(client, progress, events, concurrency);

        // Code is compiled as it runs: the first orders pay for it.
        const int warmUp = 100;
        await load.OfferAsync("warm", warmUp);
        await load.AcceptAsync("warm");
        await load.ShipAsync("warm", warmUp);

        var table = new MarkdownTable("Stretch", "Orders", "Seconds", "Orders/s", "p50 ms", "p95 ms", "p99 ms", "Host CPU ms/order", "Azurite CPU ms/order");
        await AddAsync("posted to the queue → offered", () => load.OfferAsync("load", orders));
        await AddAsync("accepted", async () => (await load.AcceptAsync("load"), []));
        await AddAsync("picked, packed, shipped → completed", async () => (await load.ShipAsync("load", orders), []));
        Console.WriteLine(table);
        var shipments = (await progress.ShipmentsAsync("warm")).Count + (await progress.ShipmentsAsync("load")).Count;
        Console.WriteLine(MarkdownTable.Of("Event read", "Times", await events.CheckAsync(warmUp + orders, shipments)));

        async Task AddAsync(string stretch, Func<Task<(TimeSpan All, List<double> Each)>> measure)
        {
            var before = host.ProcessorTime();
            var (all, each) = await measure();
            var after = host.ProcessorTime();
            table.Add(
                stretch,
                Figures.Of(orders),
                Figures.Of(all.TotalSeconds, 1),
                Figures.Of(orders / all.TotalSeconds, 1),
                Share(0.5),
                Share(0.95),
                Share(0.99),
                Figures.Of((after.Host - before.Host).TotalMilliseconds / orders, 1),
                Figures.Of((after.Azurite - before.Azurite).TotalMilliseconds / orders, 1));

            string Share(double share) => each.Count == 0 ? "" : Figures.Of(Figures.Percentile(each, share), 0);
        }
    }
}
