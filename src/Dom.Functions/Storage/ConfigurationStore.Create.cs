using System.Globalization;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Dom.Core.Network;
using Dom.Core.Profiles;

namespace Dom.Functions.Storage;

public sealed partial class ConfigurationStore
{
    /// <summary>Most locations that <see cref="CreateAsync"/> takes: a transaction has 100 rows, two of them are the version's and the profile's.</summary>
    public const int MostFirstLocations = 98;

    /// <summary>Stores a first network whole, where there is neither location nor profile.</summary>
    /// <param name="locations">The locations, each once, at most <see cref="MostFirstLocations"/>.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it is stored; false where there is a configuration already, which stays as it is.</returns>
    /// <exception cref="ArgumentException">There are more locations than one transaction takes.</exception>
    public async Task<bool> CreateAsync(IReadOnlyCollection<Location> locations, Profile profile, CancellationToken cancellationToken)
    {
        if (locations.Count > MostFirstLocations)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{locations.Count} locations; allowed are 0 to {MostFirstLocations}. Put the others one by one."), nameof(locations));
        }

        // The version's row is added, not upserted: that is what fails where there is a configuration.
        TableEntity[] rows =
        [
            new(Partition, VersionRow),
            new TableEntity(Partition, ProfileKey(profile)).WithDocument(profile),
            .. locations.Select(location => new TableEntity(Partition, LocationPrefix + location.LocationId).WithDocument(location)),
        ];
        try
        {
            await tables.Configuration.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException fault) when (fault.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return false;
        }
    }
}
