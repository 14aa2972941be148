using System.CommandLine;
using Dom.Core;
using Dom.Core.Profiles;
using Dom.Functions;
using Dom.Functions.Storage;
using Dom.LocalHost.Profiles;
using Dom.LocalHost.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Dom.LocalHost.Commands;

/// <summary><c>dom profiles</c>: profiles as files.</summary>
internal static class ProfilesCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("profiles", "Fulfillment profiles as files, each the JSON of one profile.") { Export(), Import(), Lint(), Schema() };

    private static Command Export()
    {
        var profile = new Option<string?>("--profile") { Description = "The profile. Default: every one.", HelpName = "ID" };
        profile.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !Identifier.IsPlain(text))
            {
                result.AddError($"--profile is '{text}'; allowed is {Identifier.PlainRule}.");
            }
        });
        var version = Numbers.Whole("--version", "N", "The version. Default: the draft, where there is one, or else the newest version.", 1, 999_999);
        var folder = new Option<string>("--out") { Description = "Folder that gets a file ID.json for each profile, a colon in ID written %3A; created where there is none.", HelpName = "FOLDER", Required = true };
        folder.Validators.Add(parsed => FolderRules.RefuseFile(parsed, "--out"));
        var (tables, data) = (TableAccess.Option(), DomCommand.Data());
        var command = new Command("export", "Writes profiles to files, over those that are there.") { profile, version, folder, tables, data };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(version) is not null && parsed.GetValue(profile) is null)
            {
                parsed.AddError("--version needs --profile ID.");
            }
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(tables), parsed.GetValue(data)!, async services => await services.GetRequiredService<ProfileFiles>()
            .ExportAsync(parsed.GetValue(folder)!, parsed.GetValue(profile) is { } id ? new ProfileId(id) : null, parsed.GetValue(version), cancellationToken), cancellationToken));
        return command;
    }

    private static Command Import()
    {
        var files = Files();
        var (tables, data) = (TableAccess.Option(), DomCommand.Data());
        var command = new Command("import", "Stores files as drafts, over the drafts that are there; nothing is stored where a file is wrong. Publishing is the API's.") { files, tables, data };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(tables), parsed.GetValue(data)!, services => services.GetRequiredService<ProfileFiles>().ImportAsync(parsed.GetValue(files)!, cancellationToken), cancellationToken));
        return command;
    }

    private static Command Lint()
    {
        var files = Files();
        var (tables, data) = (TableAccess.Option(), DomCommand.Data());
        var command = new Command("lint", "Says what in files is hardly meant, held against the network and the profiles that are stored. Exit status 1 where something keeps a file from being published.")
        {
            files, tables, data,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(tables), parsed.GetValue(data)!, services => services.GetRequiredService<ProfileFiles>().LintAsync(parsed.GetValue(files)!, cancellationToken), cancellationToken));
        return command;
    }

    private static Command Schema()
    {
        var command = new Command("schema", "Prints the JSON Schema of the files.");
        command.SetAction(_ =>
        {
            Console.Out.Write(ProfileSchema.Write());
            return ExitStatus.Done;
        });
        return command;
    }

    private static Argument<string[]> Files()
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of profiles.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !File.Exists(token.Value)))
            {
                result.AddError($"FILE is '{token.Value}'; allowed is a file that exists.");
            }
        });
        return files;
    }

    private static async Task<int> RunAsync(Uri? azure, string data, Func<IServiceProvider, Task<int>> command, CancellationToken cancellationToken)
    {
        var status = ExitStatus.Done;
        var ended = await ExitStatus.OfAsync(async () =>
        {
            var settings = HostSettings.Read();
            await using var access = await TableAccess.OpenAsync(azure, settings, data, cancellationToken);
            await using var services = new ServiceCollection().AddLogging().AddDom(settings).AddSingleton(access.Service)
                .AddSingleton<ProfileFiles>().AddSingleton(new ProfileFileOutput(Console.Out, Console.Error)).BuildServiceProvider();
            await services.GetRequiredService<DomTables>().CreateAsync(cancellationToken);
            status = await command(services);
        });
        return ended == ExitStatus.Done ? status : ended;
    }
}
