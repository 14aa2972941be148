using System.Globalization;
using System.Text.Json.Nodes;
using Dom.Core;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dom.Functions.Profiles;

/// <summary>What operators see of profiles.</summary>
public sealed class ProfileFunctions(ConfigurationStore configurations, ProfileLife life)
{
    private const string Draft = "draft";
    private static readonly JsonNode Schema = JsonNode.Parse(ProfileSchema.Write())!;

    /// <summary>GET the JSON Schema of the document of a profile.</summary>
    /// <param name="request">The request.</param>
    [Function(nameof(GetProfileSchema))]
    [Allow(Role.Operator, Role.Viewer)]
    public static IResult GetProfileSchema([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "profile.schema.json")] HttpRequest request)
    {
        _ = request;
        return JsonAnswer.Ok(Schema);
    }

    /// <summary>GET the profiles with their versions.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(ListProfiles))]
    [Allow(Role.Operator, Role.Viewer)]
    public async Task<IResult> ListProfiles([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "profiles")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (limit, faults) = RequestReader.Limit(request);
        if (!faults.IsEmpty)
        {
            return Problems.Invalid(faults);
        }

        var published = (await configurations.GetAsync(cancellationToken)).Published;
        var drafts = (await configurations.DraftsAsync(cancellationToken)).ToDictionary(draft => draft.ProfileId.Value);
        var after = request.Query["after"].ToString();
        var views = published.Keys.Union(drafts.Keys)
            .Where(id => string.CompareOrdinal(id, after) > 0)
            .Order(StringComparer.Ordinal)
            .Select(id => ProfileView.Of(published.GetValueOrDefault(id), drafts.GetValueOrDefault(id), life.Today))
            .Take(limit + 1)
            .ToList();
        return JsonAnswer.Ok(new Page([.. views.Take(limit)], views.Count > limit ? views[limit - 1].ProfileId.Value : null));
    }

    /// <summary>GET a published version.</summary>
    /// <param name="request">The request.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GetProfileVersion))]
    [Allow(Role.Operator, Role.Viewer)]
    public async Task<IResult> GetProfileVersion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "profiles/{profileId}/versions/{version}")] HttpRequest request,
        string profileId,
        string version,
        CancellationToken cancellationToken)
    {
        _ = request;
        return await FindAsync(profileId, version, cancellationToken) is { } profile && version != Draft
            ? JsonAnswer.Ok(ProfileWriter.Write(profile))
            : Problems.NotFound($"There is no version '{version}' of a profile '{profileId}'.");
    }

    /// <summary>GET what differs, in sentences, between two versions, or a version and the draft.</summary>
    /// <param name="request">The request, with <c>from</c> and <c>to</c>: numbers, or <c>draft</c>. Left out they are the version in force, and the draft.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GetProfileDiff))]
    [Allow(Role.Operator, Role.Viewer)]
    public async Task<IResult> GetProfileDiff(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "profiles/{profileId}/diff")] HttpRequest request, string profileId, CancellationToken cancellationToken)
    {
        var published = (await configurations.GetAsync(cancellationToken)).Published.GetValueOrDefault(profileId);
        var current = published?.Reigns(life.Today).FirstOrDefault(reign => reign.From == life.Today)?.Profile ?? published?.Newest.Profile;
        var from = request.Query["from"].ToString() is { Length: > 0 } first ? first : current?.Version.ToString(CultureInfo.InvariantCulture) ?? Draft;
        var to = request.Query["to"].ToString() is { Length: > 0 } second ? second : Draft;
        var (before, after) = (await FindAsync(profileId, from, cancellationToken), await FindAsync(profileId, to, cancellationToken));
        return before is null || after is null
            ? Problems.NotFound($"There is no version '{(before is null ? from : to)}' of a profile '{profileId}'.")
            : JsonAnswer.Ok(new ProfileDiffView(from, to, ProfileDiff.Of(before, after)));
    }

    private async Task<Profile?> FindAsync(string profileId, string version, CancellationToken cancellationToken) =>
        !Identifier.IsPlain(profileId) ? null
        : version == Draft ? (await configurations.FindDraftAsync(new ProfileId(profileId), cancellationToken))?.Draft
        : int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (await configurations.GetAsync(cancellationToken)).Find(new ProfileId(profileId), number)
            : null;
}
