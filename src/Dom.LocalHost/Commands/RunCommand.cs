using System.CommandLine;
using Dom.LocalHost.Demo;
using Dom.LocalHost.Running;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Commands;

/// <summary><c>dom run</c>: runs the local host until it is told to stop.</summary>
internal static class RunCommand
{
    /// <summary>Gives a command the options of <c>run</c>, and makes it run.</summary>
    /// <param name="command">The command.</param>
    public static void AddTo(Command command)
    {
        var data = DomCommand.Data();
        var port = DomCommand.Port("--port", "Port of the HTTP functions.", new RunOptions().Port);
        var serviceBusPort = DomCommand.Port("--servicebus-port", "Port of the broker's REST data plane.", new RunOptions().ServiceBusPort);
        var empty = new Option<bool>("--empty") { Description = "Start without the demo network, with a profile 'default' only." };
        var verbose = new Option<bool>("--verbose") { Description = "Log what happens, not only what goes wrong." };
        command.Options.Add(data);
        command.Options.Add(port);
        command.Options.Add(serviceBusPort);
        command.Options.Add(empty);
        command.Options.Add(verbose);
        command.SetAction((parsed, cancellationToken) => ExitStatus.OfAsync(() => RunAsync(
            new RunOptions
            {
                DataFolder = parsed.GetValue(data)!,
                Port = parsed.GetValue(port),
                ServiceBusPort = parsed.GetValue(serviceBusPort),
                IsEmpty = parsed.GetValue(empty),
            },
            parsed.GetValue(verbose),
            cancellationToken)));
    }

    /// <summary>Starts a host for the demo, where the demo looks for it.</summary>
    /// <param name="demo">What the demo is asked to do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What stops the host.</returns>
    public static async Task<IAsyncDisposable> StartForAsync(DemoOptions demo, CancellationToken cancellationToken) =>
        await DomHost.StartAsync(
            new RunOptions
            {
                DataFolder = Path.GetDirectoryName(Path.GetFullPath(demo.KeysFile))!,
                Port = demo.Url.Port,
                ServiceBusPort = demo.ServiceBusUrl.Port,
            },
            Console.Error,
            // In a terminal the log would be written across the live table, which tells of dead letters and exceptions itself.
            ConsoleLog.Create(Console.IsErrorRedirected ? LogLevel.Warning : LogLevel.Critical),
            cancellationToken);

    private static async Task RunAsync(RunOptions options, bool isVerbose, CancellationToken cancellationToken)
    {
        using var loggers = ConsoleLog.Create(isVerbose ? LogLevel.Information : LogLevel.Warning);
        await using var host = await DomHost.StartAsync(options, Console.Out, loggers, cancellationToken);
        await Console.Out.WriteLineAsync($"Service Bus: {host.ServiceBusAddress.GetLeftPart(UriPartial.Authority)}");
        await Console.Out.WriteLineAsync($"Ready: {host.Address.GetLeftPart(UriPartial.Authority)}");

        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(stop.SetResult);
        await await Task.WhenAny(stop.Task, host.Completion);
        await Console.Out.WriteLineAsync("Stopping.");
    }
}
