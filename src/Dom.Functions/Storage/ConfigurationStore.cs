using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;
using Dom.Core.Sourcing.Scarcity;

namespace Dom.Functions.Storage;

/// <summary>Locations and profiles in Table Storage, under one version: to know that nothing changed costs one small read.</summary>
public sealed partial class ConfigurationStore(DomTables tables)
{
    private const string Partition = "configuration";
    private const string VersionRow = "version";
    private const string PricesRow = "prices";
    private const string LocationPrefix = "location|";
    private const string ProfilePrefix = "profile|";
    private const string RetiredPrefix = "retired|";
    private const string DraftPrefix = "draft|";

    private Configuration _latest = new("", [], [], null);

    /// <summary>Locations and profiles as they are now.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Configuration> GetAsync(CancellationToken cancellationToken)
    {
        var row = await tables.Configuration.GetEntityIfExistsAsync<TableEntity>(Partition, VersionRow, cancellationToken: cancellationToken);
        var version = row.HasValue ? row.Value!.ETag.ToString() : "";
        if (version != _latest.Version)
        {
            // Read after the version: what is read is never older than what the version says.
            _latest = await ReadAsync(version, cancellationToken);
        }

        return _latest;
    }

    /// <summary>Locations and profiles as they were last read, where a slightly old view will do; costs nothing once there is one.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Configuration> LatestAsync(CancellationToken cancellationToken) =>
        _latest.Version.Length > 0 ? _latest : await GetAsync(cancellationToken);

    /// <summary>A location and the tag of its row, or null.</summary>
    /// <param name="locationId">The location.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<(Location Location, ETag Tag)?> FindLocationAsync(LocationId locationId, CancellationToken cancellationToken)
    {
        var row = await tables.Configuration.GetEntityIfExistsAsync<TableEntity>(
            Partition, LocationPrefix + locationId, cancellationToken: cancellationToken);
        return row.HasValue ? (row.Value!.Document<Location>(), row.Value!.ETag) : null;
    }

    /// <summary>Stores a location.</summary>
    /// <param name="location">The location.</param>
    /// <param name="over">The tag of the row that it replaces; none means that it must be new.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it is stored; false where the row is not what was expected.</returns>
    public async Task<bool> PutLocationAsync(Location location, ETag? over, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, LocationPrefix + location.LocationId).WithDocument(location);
        return await SubmitAsync(
            over is { } tag
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, tag)
                : new TableTransactionAction(TableTransactionActionType.Add, row),
            cancellationToken);
    }

    /// <summary>Lets decisions see a version of scarcity prices, in place of the one before.</summary>
    /// <param name="version">The version; the prices of its units stand beside their stock already.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task PublishPricesAsync(ScarcityVersion version, CancellationToken cancellationToken) => SubmitAsync(
        new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(Partition, PricesRow).WithDocument(version)), cancellationToken);

    private Task<bool> SubmitAsync(TableTransactionAction action, CancellationToken cancellationToken) =>
        TryAsync([action, new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(Partition, VersionRow))], cancellationToken);

    private async Task<Configuration> ReadAsync(string version, CancellationToken cancellationToken)
    {
        var locations = ImmutableArray.CreateBuilder<Location>();
        var versions = new List<PublishedVersion>();
        var retirements = new Dictionary<string, Retirement>(StringComparer.Ordinal);
        ScarcityVersion? scarcity = null;

        // Drafts come before locations in the order of keys, and decide nothing.
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {LocationPrefix}");
        await foreach (var row in tables.Configuration.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.RowKey.StartsWith(LocationPrefix, StringComparison.Ordinal))
            {
                locations.Add(row.Document<Location>());
            }
            else if (row.RowKey.StartsWith(ProfilePrefix, StringComparison.Ordinal))
            {
                versions.Add(VersionOf(row));
            }
            else if (row.RowKey.StartsWith(RetiredPrefix, StringComparison.Ordinal))
            {
                retirements[row.RowKey[RetiredPrefix.Length..]] = row.Document<Retirement>();
            }
            else if (row.RowKey == PricesRow)
            {
                scarcity = row.Document<ScarcityVersion>();
            }
        }

        var published = versions.GroupBy(one => one.Profile.ProfileId.Value).ToImmutableSortedDictionary(
            own => own.Key,
            own => new PublishedProfile(new ProfileId(own.Key), [.. own.OrderBy(one => one.Profile.Version)], retirements.GetValueOrDefault(own.Key)),
            StringComparer.Ordinal);
        var profiles = published.Values.SelectMany(own => ProfileVersions.ToCome(own.Versions.Select(one => one.Profile), own.RetiredVersion, DateOnly.MinValue));
        return new Configuration(version, locations.ToImmutable(), [.. profiles], scarcity) { Published = published };
    }
}
