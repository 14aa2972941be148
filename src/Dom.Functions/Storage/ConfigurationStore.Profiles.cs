using System.Collections.Immutable;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Dom.Core.Profiles;

namespace Dom.Functions.Storage;

public sealed partial class ConfigurationStore
{
    private const string PublishedAt = "PublishedAt";
    private const string PublishedBy = "PublishedBy";
    private const string RequestId = "RequestId";
    private const string RolledBackTo = "RolledBackTo";

    /// <summary>Stores a version of a profile as it is, whatever else is published.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it is stored; false where that version is there already: versions never change.</returns>
    public async Task<bool> PublishAsync(Profile profile, CancellationToken cancellationToken) => await SubmitAsync(
        new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(Partition, ProfileKey(profile)).WithDocument(profile)), cancellationToken);

    /// <summary>Stores a version of a profile, where nothing has changed since the configuration was read that it was held against.</summary>
    /// <param name="version">The version.</param>
    /// <param name="read">The configuration.</param>
    /// <param name="draft">The tag of the draft that becomes the version and is a draft no more; none where it is none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it is stored; false where the configuration or the draft is another by now.</returns>
    public Task<bool> PublishAsync(PublishedVersion version, Configuration read, ETag? draft, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, ProfileKey(version.Profile)).WithDocument(version.Profile);
        if (version.Publication is { } publication)
        {
            row[PublishedAt] = publication.At;
            row[PublishedBy] = publication.By;
            row[RequestId] = publication.RequestId;
            row[RolledBackTo] = publication.RolledBackTo;
        }

        List<TableTransactionAction> actions = [new(TableTransactionActionType.Add, row)];
        if (draft is { } tag)
        {
            actions.Add(new(TableTransactionActionType.Delete, new TableEntity(Partition, DraftPrefix + version.Profile.ProfileId), tag));
        }

        return SubmitOverAsync(actions, read, cancellationToken);
    }

    /// <summary>Stores that a profile is retired, where nothing has changed since the configuration was read.</summary>
    /// <param name="profileId">The profile.</param>
    /// <param name="retirement">The retirement, in place of one before.</param>
    /// <param name="read">The configuration.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it is stored; false where the configuration is another by now.</returns>
    public Task<bool> RetireAsync(ProfileId profileId, Retirement retirement, Configuration read, CancellationToken cancellationToken) => SubmitOverAsync(
        [new(TableTransactionActionType.UpsertReplace, new TableEntity(Partition, RetiredPrefix + profileId).WithDocument(retirement))], read, cancellationToken);

    /// <summary>The draft of a profile and the tag of its row, or null.</summary>
    /// <param name="profileId">The profile.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<(Profile Draft, ETag Tag)?> FindDraftAsync(ProfileId profileId, CancellationToken cancellationToken)
    {
        var row = await tables.Configuration.GetEntityIfExistsAsync<TableEntity>(Partition, DraftPrefix + profileId, cancellationToken: cancellationToken);
        return row.HasValue ? (row.Value!.Document<Profile>(), row.Value!.ETag) : null;
    }

    /// <summary>The profiles that have a draft, with what the drafts are named, in order of their ids.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ImmutableArray<Profile>> DraftsAsync(CancellationToken cancellationToken)
    {
        var drafts = ImmutableArray.CreateBuilder<Profile>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {DraftPrefix} and RowKey lt {LocationPrefix}");
        await foreach (var row in tables.Configuration.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            drafts.Add(row.Document<Profile>());
        }

        return drafts.ToImmutable();
    }

    /// <summary>Stores a draft. It decides nothing, so the configuration's version stays.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="over">The tag of the draft that it replaces; none means that there must be none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it is stored; false where the draft that is there is not what was expected.</returns>
    public async Task<bool> PutDraftAsync(Profile draft, ETag? over, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, DraftPrefix + draft.ProfileId).WithDocument(draft with { Version = 0, Note = null });
        return await TryAsync(
            [over is { } tag ? new(TableTransactionActionType.UpdateReplace, row, tag) : new(TableTransactionActionType.Add, row)], cancellationToken);
    }

    private static PublishedVersion VersionOf(TableEntity row) => new(
        row.Document<Profile>(),
        row.GetDateTimeOffset(PublishedAt) is { } at
            ? new Publication(at, row.GetString(PublishedBy) ?? "", row.GetString(RequestId), row.GetInt32(RolledBackTo))
            : null);

    private static string ProfileKey(Profile profile) =>
        string.Create(CultureInfo.InvariantCulture, $"{ProfilePrefix}{profile.ProfileId}|{profile.Version:D6}");

    /// <summary>Changes rows and the configuration's version, where that is still what was read.</summary>
    private Task<bool> SubmitOverAsync(IEnumerable<TableTransactionAction> actions, Configuration read, CancellationToken cancellationToken)
    {
        var version = new TableEntity(Partition, VersionRow);
        return TryAsync(
            [
                .. actions,
                read.Version.Length == 0
                    ? new(TableTransactionActionType.Add, version)
                    : new(TableTransactionActionType.UpdateReplace, version, new ETag(read.Version)),
            ],
            cancellationToken);
    }

    private async Task<bool> TryAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Configuration.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException fault) when (fault.IsConflict())
        {
            return false;
        }
    }
}
