using System.CommandLine;
using System.Diagnostics;
using Dom.Benchmarks.Hosting;
using Dom.Benchmarks.Load;
using Dom.Benchmarks.Report;

namespace Dom.Benchmarks;

/// <summary><c>memory</c>: what the host holds after many orders.</summary>
internal static class MemoryCommand
{
    private const int BytesPerMegabyte = 1_000_000;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var orders = new Option<int>("--orders") { Description = "How many orders.", DefaultValueFactory = _ => 10_000 };
        var host = HostOption.Create();
        var command = new Command("memory", "Memory of the host after orders were offered, accepted and shipped.") { orders, host };
        command.SetAction(parsed => RunAsync(parsed.GetValue(host)!, parsed.GetValue(orders)));
        return command;
    }

    private static async Task RunAsync(string hostDll, int orders)
    {
        const int concurrency = 16;
        await Surroundings.PrintAsync(hostDll);
        using var scratch = new ScratchFolder();
        using var http = new HttpClient();
        await using var host = await HostProcess.StartAsync(["dotnet", hostDll], scratch.Data("memory"), isEmpty: true);
        var client = await LoadClient.CreateAsync(http, host.Address, host.ServiceBusAddress, host.DataFolder);
        await client.PutNetworkAsync();
        await using var events = EventReader.Start(http, host.ServiceBusAddress, LoadNetwork.Readers);
        var progress = new StoredProgress(host.ConnectionString);
        var load = new OrderLoad(client, progress, events, concurrency);

        var watch = Stopwatch.StartNew();
        var table = new MarkdownTable("After", "Seconds", "Host working set MB", "Managed heap MB", "Azurite working set MB", "Host CPU s", "Azurite CPU s");
        await AddAsync("the network was stored");
        await load.OfferAsync("load", orders);
        await AddAsync($"{Figures.Of(orders)} orders were offered");
        await load.AcceptAsync("load");
        await AddAsync("they were accepted");
        await load.ShipAsync("load", orders);
        await AddAsync("they were shipped and completed");
        Console.WriteLine(table);
        Console.WriteLine(MarkdownTable.Of("Event read", "Times", await events.CheckAsync(orders, (await progress.ShipmentsAsync("load")).Count)));

        async Task AddAsync(string after)
        {
            var heap = await ManagedHeap.MegabytesAsync(host.Id);
            var (own, azurite) = host.WorkingSet();
            var spent = host.ProcessorTime();
            table.Add(
                after,
                Figures.Of(watch.Elapsed.TotalSeconds, 0),
                Figures.Of(own / BytesPerMegabyte),
                Figures.Of(heap, 0),
                Figures.Of(azurite / BytesPerMegabyte),
                Figures.Of(spent.Host.TotalSeconds, 0),
                Figures.Of(spent.Azurite.TotalSeconds, 0));
        }
    }
}
