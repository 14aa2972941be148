using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Azure;
using Dom.Core;
using Dom.Core.Catalogue;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;
using Dom.Core.Profiles.Lint;
using Dom.Functions.Storage;

namespace Dom.Functions.Profiles;

/// <summary>Publishes, rolls back and retires profiles. A version never changes; nothing is published that overlaps with another profile.</summary>
public sealed class ProfileLife(ConfigurationStore configurations, ProductStore products, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>The day, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Publishes the draft of a profile as its next version.</summary>
    /// <param name="profileId">The profile.</param>
    /// <param name="action">What the operator says of it.</param>
    /// <param name="caller">The name of the operator's key.</param>
    /// <param name="isRead">Whether a draft is what the operator read.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<ProfileOutcome> PublishAsync(ProfileId profileId, ProfileActionRequest action, string caller, Func<Profile, bool> isRead, CancellationToken cancellationToken) =>
        TryAsync(async (configuration, known) =>
        {
            if (Repeated(known, "publish", action) is { } done)
            {
                return done;
            }

            if (await configurations.FindDraftAsync(profileId, cancellationToken) is not { } found)
            {
                return known is null
                    ? new ProfileOutcome.Missing($"There is no profile '{profileId}'.")
                    : new ProfileOutcome.Refused($"Profile '{profileId}' has no draft to be published.", ProfileStates.Of(known, Today), Possible(known, hasDraft: false));
            }

            var effective = new Effective(action.From ?? found.Draft.Effective.From, action.To ?? found.Draft.Effective.To);
            return isRead(found.Draft)
                ? await StoreAsync(configuration, known, found.Draft with { Note = action.Note, Effective = effective }, Publication("publish", action, caller, null), found.Tag, cancellationToken)
                : new ProfileOutcome.Changed();
        }, profileId, cancellationToken);

    /// <summary>Publishes the content of an old version as the next one.</summary>
    /// <param name="profileId">The profile.</param>
    /// <param name="action">What the operator says of it, with the version.</param>
    /// <param name="caller">The name of the operator's key.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<ProfileOutcome> RollBackAsync(ProfileId profileId, ProfileActionRequest action, string caller, CancellationToken cancellationToken) =>
        TryAsync(async (configuration, known) =>
        {
            if (Repeated(known, "rollback", action) is { } done)
            {
                return done;
            }

            if (action.Version is not { } wanted)
            {
                return new ProfileOutcome.Invalid([new Fault("version", "missing", "the number of the version to go back to")]);
            }

            if (known?.Find(wanted) is not { } old)
            {
                return new ProfileOutcome.Missing(known is null
                    ? $"There is no profile '{profileId}'."
                    : string.Create(CultureInfo.InvariantCulture, $"Profile '{profileId}' has no version {wanted}; it has 1 to {known.Newest.Profile.Version}."));
            }

            var note = action.Note ?? string.Create(CultureInfo.InvariantCulture, $"Back to version {wanted}.");
            var again = old.Profile with { Note = note, Effective = new Effective(action.From, action.To) };
            return await StoreAsync(configuration, known, again, Publication("rollback", action, caller, wanted), null, cancellationToken);
        }, profileId, cancellationToken);

    /// <summary>Ends all versions of a profile, those that are yet to come too.</summary>
    /// <param name="profileId">The profile.</param>
    /// <param name="action">What the operator says of it.</param>
    /// <param name="caller">The name of the operator's key.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<ProfileOutcome> RetireAsync(ProfileId profileId, ProfileActionRequest action, string caller, CancellationToken cancellationToken) =>
        TryAsync(async (configuration, known) =>
        {
            if (known is null)
            {
                return new ProfileOutcome.Missing($"There is no published profile '{profileId}'.");
            }

            var isRepeat = action.RequestId is { } mark && known.Retirement?.RequestId == mark;
            if (isRepeat || known.RetiredVersion == known.Newest.Profile.Version)
            {
                return new ProfileOutcome.Done(known, known.Newest);
            }

            var retirement = new Retirement(known.Newest.Profile.Version, clock.GetUtcNow(), action.By ?? caller, action.RequestId, action.Note);
            return await configurations.RetireAsync(profileId, retirement, configuration, cancellationToken)
                ? new ProfileOutcome.Done(known with { Retirement = retirement }, known.Newest)
                : null;
        }, profileId, cancellationToken);

    /// <summary>What is to be said of a profile before it is published: profiles that it overlaps with, and what <see cref="ProfileLint"/> finds.</summary>
    /// <param name="candidate">The profile.</param>
    /// <param name="configuration">What it is held against. Where the profile names products or categories, all products are read for it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ImmutableArray<LintFinding>> LintAsync(Profile candidate, Configuration configuration, CancellationToken cancellationToken)
    {
        var assortment = await AssortmentAsync(candidate, configuration, cancellationToken);
        return
        [
            .. Clashes(candidate with { Version = Next(configuration, candidate.ProfileId) }, configuration, assortment)
                .Select(clash => new LintFinding(LintSeverity.Error, "scopeOverlap", "scope", clash.Sentence)),
            .. ProfileLint.Of(candidate, Surroundings(configuration, assortment)),
        ];
    }

    private static int Next(Configuration configuration, ProfileId profileId) => (configuration.Published.GetValueOrDefault(profileId.Value)?.Newest.Profile.Version ?? 0) + 1;

    private static ProfileOutcome.Done? Repeated(PublishedProfile? known, string verb, ProfileActionRequest action) =>
        action.RequestId is not null && known?.Versions.FirstOrDefault(version => version.Publication?.RequestId == Mark(verb, action)) is { } version
            ? new ProfileOutcome.Done(known, version)
            : null;

    // One mark may come with two verbs: they are two requests.
    private static string? Mark(string verb, ProfileActionRequest action) => action.RequestId is null ? null : $"{verb}|{action.RequestId}";

    private static ImmutableArray<string> Possible(PublishedProfile known, bool hasDraft) =>
    [
        .. hasDraft ? new[] { "publish" } : [],
        "rollback",
        .. known.RetiredVersion < known.Newest.Profile.Version ? new[] { "retire" } : [],
    ];

    private Publication Publication(string verb, ProfileActionRequest action, string caller, int? rolledBackTo) =>
        new(clock.GetUtcNow(), action.By ?? caller, Mark(verb, action), rolledBackTo);

    private async Task<Assortment> AssortmentAsync(Profile candidate, Configuration configuration, CancellationToken cancellationToken)
    {
        if (AssortmentBuilder.For(candidate, configuration.Reigns(Today).Select(reign => reign.Profile)) is not { } assortment)
        {
            return Assortment.None;
        }

        await foreach (var product in products.AllAsync(null, cancellationToken))
        {
            assortment.Add(product);
        }

        return assortment.Build();
    }

    private LintSurroundings Surroundings(Configuration configuration, Assortment assortment) => new()
    {
        Today = Today,
        Network = configuration.Locations,
        Products = assortment,
        Published = [.. configuration.Reigns(Today).Select(reign => reign.Profile).Distinct()],
    };

    private ImmutableArray<ScopeClash> Clashes(Profile candidate, Configuration configuration, Assortment assortment) =>
        ScopeClash.Of(candidate, configuration.Reigns(Today), assortment, Today);

    private async Task<ProfileOutcome?> StoreAsync(
        Configuration configuration, PublishedProfile? known, Profile content, Publication publication, ETag? draft, CancellationToken cancellationToken)
    {
        var candidate = content with { Version = Next(configuration, content.ProfileId) };
        var faults = ProfileReader.Read(Encoding.UTF8.GetBytes(ProfileWriter.WriteText(candidate))).Match(_ => [], refused => refused.Faults);
        if (!faults.IsEmpty)
        {
            return new ProfileOutcome.Invalid(faults);
        }

        var assortment = await AssortmentAsync(candidate, configuration, cancellationToken);
        if (Clashes(candidate, configuration, assortment) is { IsEmpty: false } clashes)
        {
            return new ProfileOutcome.Clashing(clashes);
        }

        ImmutableArray<LintFinding> errors = [.. ProfileLint.Of(candidate, Surroundings(configuration, assortment)).Where(finding => finding.Severity == LintSeverity.Error)];
        if (!errors.IsEmpty)
        {
            return new ProfileOutcome.Faulty(errors);
        }

        var version = new PublishedVersion(candidate, publication);
        return await configurations.PublishAsync(version, configuration, draft, cancellationToken)
            ? new ProfileOutcome.Done(known is null ? new PublishedProfile(candidate.ProfileId, [version], null) : known with { Versions = known.Versions.Add(version) }, version)
            : null;
    }

    private async Task<ProfileOutcome> TryAsync(
        Func<Configuration, PublishedProfile?, Task<ProfileOutcome?>> act, ProfileId profileId, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var configuration = await configurations.GetAsync(cancellationToken);
            if (await act(configuration, configuration.Published.GetValueOrDefault(profileId.Value)) is { } outcome)
            {
                return outcome;
            }

            await ConflictPause.WaitAsync(tries, cancellationToken);
        }

        throw new InvalidOperationException($"Profile '{profileId}': the configuration changed {MostTries} times while it was to be written.");
    }
}
