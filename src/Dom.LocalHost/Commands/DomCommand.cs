using System.CommandLine;
using System.Globalization;
using Dom.LocalHost.Demo;

namespace Dom.LocalHost.Commands;

/// <summary>The command line <c>dom</c>.</summary>
internal static class DomCommand
{
    /// <summary>How long a command may take to stop: storage saves its files. After that it is ended, with exit status 130.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(30);

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The exit status: 0 done, 1 failed, 2 the command line or a file that it names is wrong.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = StopWithin });
        }

        foreach (var fault in parsed.Errors)
        {
            await Console.Error.WriteLineAsync(fault.Message);
        }

        await Console.Error.WriteLineAsync("Say --help for what is allowed.");
        return ExitStatus.WrongCommandLine;
    }

    /// <summary>The root command: it runs the local host unless a subcommand is named.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("Dom, a distributed order management system, on one machine.");
        RunCommand.AddTo(root);

        var run = new Command("run", "Runs the local host: storage, broker, durable engine and functions. What 'dom' alone does, too.");
        RunCommand.AddTo(run);
        root.Subcommands.Add(run);
        root.Subcommands.Add(DemoCommand.Create(RunCommand.StartForAsync));
        root.Subcommands.Add(KeysCommand.Create());
        root.Subcommands.Add(SeedCommand.Create());
        root.Subcommands.Add(ProfilesCommand.Create());
        root.Subcommands.Add(SolveCommand.Create());
        root.Subcommands.Add(GenerateCommand.Create());
        return root;
    }

    /// <summary>An option that takes a TCP port.</summary>
    /// <param name="name">Its name, with dashes.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="byDefault">Its default.</param>
    public static Option<int> Port(string name, string description, int byDefault)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => byDefault };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }]
                && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535))
            {
                result.AddError($"{name} is '{text}'; allowed is 0 to 65535 (0 takes a free port).");
            }
        });
        return option;
    }

    /// <summary>The option that names the data folder.</summary>
    public static Option<string> Data()
    {
        var option = new Option<string>("--data")
        {
            Description = "Folder of Azurite's files and of keys.json.",
            DefaultValueFactory = _ => new Running.RunOptions().DataFolder,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && string.IsNullOrWhiteSpace(text))
            {
                result.AddError($"--data is '{text}'; allowed is the path of a folder.");
            }
        });
        return option;
    }
}
