using System.CommandLine;
using System.Text.Json;
using Dom.Core;
using Dom.Functions.Security;
using Dom.Functions.Storage;
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
        var principal = new Option<string?>("--principal") { Description = "Object id of an Entra identity of role store: notes its locations, and makes no key." };
        principal.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !Identifier.IsPlain(text))
            {
                result.AddError($"--principal is '{text}'; allowed is an object id such as 6f1c1f6e-0000-4000-8000-000000000000.");
            }
        });
        var tables = TableAccess.Option();
        var data = DomCommand.Data();

        var add = new Command("add", "Makes a key for a caller of the HTTP API, and shows it once.") { role, location, name, principal, tables, data };
        add.SetAction((parsed, cancellationToken) => ExitStatus.OfAsync(async () =>
        {
            var caller = CallerOf(Enum.Parse<Role>(parsed.GetValue(role)!, ignoreCase: true), parsed.GetValue(location) ?? [], parsed.GetValue(name));
            var settings = HostSettings.Read();
            await using var access = await TableAccess.OpenAsync(parsed.GetValue(tables), settings, parsed.GetValue(data)!, cancellationToken);
            var store = new DomTables(access.Service, Options.Create(HostSettings.Options(settings)));
            await store.CreateAsync(cancellationToken);
            await AddAsync(store, caller, parsed.GetValue(principal), cancellationToken);
        }));
        return new Command("keys", "Keys of callers of the HTTP API.") { add };
    }

    private static Caller CallerOf(Role role, string[] locations, string? name) => role == Role.Store && locations.Length == 0
        ? throw new LocalHostException("A key of role store needs --location ID, once for each location that it may act for (or --location '*').")
        : new Caller(name ?? string.Join(' ', [role.ToString().ToLowerInvariant(), .. locations]), role, [.. locations]);

    private static async Task AddAsync(DomTables tables, Caller caller, string? principal, CancellationToken cancellationToken)
    {
        if (principal is not null)
        {
            await new StorePrincipals(tables).PutAsync(
                principal,
                caller.Role == Role.Store ? caller : throw new LocalHostException("--principal is for --role store: other roles are in the identity's token alone."),
                cancellationToken);
            await Console.Out.WriteLineAsync($"Noted: {principal} may act for {string.Join(", ", caller.Locations)}.");
            return;
        }

        var key = ClientKey.New();
        await new ClientKeyStore(tables, TimeProvider.System).AddAsync(key, caller, cancellationToken);
        await Console.Out.WriteLineAsync(key);
    }
}
