using System.CommandLine;
using System.Text.Json;
using Azure.Data.Tables;
using Dom.Core;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Dom.LocalHost.Azurite;
using Dom.LocalHost.Running;
using Microsoft.Extensions.Options;

namespace Dom.LocalHost.Commands;

/// <summary><c>dom keys add</c>: makes a client key and shows it once.</summary>
internal static class KeysCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var role = new Option<string>("--role") { Description = "channel, store, operator or viewer.", Required = true };
        role.AcceptOnlyFromAmong([.. Enum.GetNames<Role>().Select(JsonNamingPolicy.CamelCase.ConvertName)]);
        var location = new Option<string[]>("--location") { Description = "A location that a store's key may act for; may be repeated." };
        location.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value != Caller.EveryLocation && !Identifier.IsPlain(token.Value)))
            {
                result.AddError($"--location is '{token.Value}'; allowed is {Identifier.PlainRule}, or * for every location.");
            }
        });
        var name = new Option<string>("--name") { Description = "What logs and timelines call the key's owner. Default: its role and locations." };
        var data = DomCommand.Data();

        var add = new Command("add", "Makes a key for a caller of the HTTP API, and shows it once.") { role, location, name, data };
        add.SetAction((parsed, cancellationToken) => ExitStatus.OfAsync(() => AddAsync(
            parsed.GetValue(data)!, Enum.Parse<Role>(parsed.GetValue(role)!, ignoreCase: true), parsed.GetValue(location) ?? [], parsed.GetValue(name), cancellationToken)));
        return new Command("keys", "Keys of callers of the HTTP API.") { add };
    }

    private static async Task AddAsync(string data, Role role, string[] locations, string? name, CancellationToken cancellationToken)
    {
        if (role == Role.Store && locations.Length == 0)
        {
            throw new LocalHostException("A key of role store needs --location ID, once for each location that it may act for (or --location '*').");
        }

        var settings = HostSettings.Read();
        await using var storage = await LocalStorage.OpenAsync(
            new LocalStorageOptions(data, Console.Error) { ConnectionString = settings[HostSettings.DataStorage] }, cancellationToken);
        var service = new TableServiceClient(storage.ConnectionString, new TableClientOptions());
        var tables = new DomTables(service, Options.Create(HostSettings.Options(settings)));
        await tables.CreateAsync(cancellationToken);

        var key = ClientKey.New();
        var owner = name ?? string.Join(' ', [role.ToString().ToLowerInvariant(), .. locations]);
        await new ClientKeyStore(tables, TimeProvider.System).AddAsync(key, new Caller(owner, role, [.. locations]), cancellationToken);
        await Console.Out.WriteLineAsync(key);
    }
}
