using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Dom.Core.Network;
using Dom.Core.Profiles;
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

    /// <summary>Stores a version of a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it is stored; false where that version is there already: versions never change.</returns>
    public async Task<bool> PublishAsync(Profile profile, CancellationToken cancellationToken)
    {
        return await SubmitAsync(
            new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(Partition, ProfileKey(profile)).WithDocument(profile)), cancellationToken);
    }

    /// <summary>Lets decisions see a version of scarcity prices, in place of the one before.</summary>
    /// <param name="version">The version; the prices of its units stand beside their stock already.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task PublishPricesAsync(ScarcityVersion version, CancellationToken cancellationToken) => SubmitAsync(
        new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(Partition, PricesRow).WithDocument(version)), cancellationToken);

    private async Task<bool> SubmitAsync(TableTransactionAction action, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Configuration.SubmitTransactionAsync(
                [action, new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(Partition, VersionRow))], cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException fault) when (fault.IsConflict())
        {
            return false;
        }
    }

    private async Task<Configuration> ReadAsync(string version, CancellationToken cancellationToken)
    {
        var locations = ImmutableArray.CreateBuilder<Location>();
        var profiles = new Dictionary<ProfileId, Profile>();
        ScarcityVersion? scarcity = null;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in tables.Configuration.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.RowKey.StartsWith(LocationPrefix, StringComparison.Ordinal))
            {
                locations.Add(row.Document<Location>());
            }
            else if (row.RowKey.StartsWith(ProfilePrefix, StringComparison.Ordinal))
            {
                // Rows come in order of their versions: the newest of a profile stays.
                var profile = row.Document<Profile>();
                profiles[profile.ProfileId] = profile;
            }
            else if (row.RowKey == PricesRow)
            {
                scarcity = row.Document<ScarcityVersion>();
            }
        }

        return new Configuration(version, locations.ToImmutable(), [.. profiles.Values.OrderBy(profile => profile.ProfileId.Value, StringComparer.Ordinal)], scarcity);
    }
}

/// <summary>Locations and profiles at one moment.</summary>
/// <param name="Version">Changes whenever any of them does.</param>
/// <param name="Locations">All locations, in order of their ids.</param>
/// <param name="Profiles">The newest version of each profile, in order of their ids.</param>
/// <param name="Scarcity">The scarcity prices that decisions see; none while none are learned.</param>
public sealed record Configuration(string Version, ImmutableArray<Location> Locations, ImmutableArray<Profile> Profiles, ScarcityVersion? Scarcity);
