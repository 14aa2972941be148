using System.Collections.Immutable;
using Azure.Data.Tables;
using Dom.Core;
using Dom.Functions.Storage;

namespace Dom.Functions.Security;

/// <summary>Which locations an Entra identity of role store may act for: its token says what it is, this says where.</summary>
public sealed class StorePrincipals(DomTables tables)
{
    // A partition beside that of the keys: no key that a caller sends can name a row of it.
    private const string Partition = "principal";

    /// <summary>Notes the locations of an identity, in place of those noted before.</summary>
    /// <param name="objectId">The identity's object id.</param>
    /// <param name="store">What it is called, and its locations.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The object id has characters that none has.</exception>
    public Task PutAsync(string objectId, Caller store, CancellationToken cancellationToken) => Identifier.IsPlain(objectId)
        ? tables.ClientKeys.UpsertEntityAsync(new TableEntity(Partition, objectId).WithDocument(store), TableUpdateMode.Replace, cancellationToken)
        : throw new ArgumentException($"Object id is '{objectId}'; allowed is {Identifier.PlainRule}.", nameof(objectId));

    /// <summary>The locations of an identity; none where none were noted.</summary>
    /// <param name="objectId">The identity's object id.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ImmutableArray<string>> LocationsAsync(string objectId, CancellationToken cancellationToken)
    {
        if (!Identifier.IsPlain(objectId))
        {
            return [];
        }

        var row = await tables.ClientKeys.GetEntityIfExistsAsync<TableEntity>(Partition, objectId, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.Document<Caller>().Locations : [];
    }
}
