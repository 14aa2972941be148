using System.CommandLine;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Dom.LocalHost.Azurite;
using Dom.LocalHost.Running;
using Microsoft.Extensions.Configuration;

namespace Dom.LocalHost.Commands;

/// <summary>The tables that a command works on: those of this machine, or an account's in Azure with the sign-in of whoever runs it.</summary>
internal sealed class TableAccess : IAsyncDisposable
{
    private readonly LocalStorage? _storage;

    private TableAccess(TableServiceClient service, LocalStorage? storage)
    {
        Service = service;
        _storage = storage;
    }

    /// <summary>The tables.</summary>
    public TableServiceClient Service { get; }

    /// <summary>The option that names an account in Azure.</summary>
    public static Option<Uri?> Option()
    {
        var option = new Option<Uri?>("--tables")
        {
            Description = "Table service of an account in Azure, such as https://ACCOUNT.table.core.windows.net, reached with your own sign-in. Default: this machine's.",
            CustomParser = result =>
            {
                var text = result.Tokens is [{ Value: var given }] ? given : "";
                if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
                {
                    return address;
                }

                result.AddError($"--tables is '{text}'; allowed is an address that begins with https://.");
                return null;
            },
        };
        return option;
    }

    /// <summary>Finds the tables.</summary>
    /// <param name="azure">The account in Azure; null for this machine's.</param>
    /// <param name="settings">The app's settings.</param>
    /// <param name="data">The data folder of this machine's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalHostException">Something is in the way that the user can mend.</exception>
    public static async Task<TableAccess> OpenAsync(Uri? azure, IConfiguration settings, string data, CancellationToken cancellationToken)
    {
        if (azure is not null)
        {
            return new TableAccess(new TableServiceClient(azure, await SignInAsync(cancellationToken)), null);
        }

        var storage = await LocalStorage.OpenAsync(
            new LocalStorageOptions(data, Console.Error) { ConnectionString = settings[HostSettings.DataStorage] }, cancellationToken);
        return new TableAccess(new TableServiceClient(storage.ConnectionString, DomHost.TableOptions(storage)), storage);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }
    }

    private static async Task<TokenCredential> SignInAsync(CancellationToken cancellationToken)
    {
        // A person's: a machine's own identity is for the app.
        var identity = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ExcludeManagedIdentityCredential = true });
        try
        {
            await identity.GetTokenAsync(new TokenRequestContext(["https://storage.azure.com/.default"]), cancellationToken);
            return identity;
        }
        catch (AuthenticationFailedException fault)
        {
            throw new LocalHostException($"You are not signed in to Azure; 'az login' or 'azd auth login' does it. {fault.Message}", fault);
        }
    }
}
