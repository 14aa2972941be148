using Dom.Core;
using Dom.Core.Profiles;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dom.Functions.Profiles;

/// <summary>What operators do with drafts of profiles.</summary>
public sealed class DraftFunctions(ConfigurationStore configurations, ProfileLife life)
{
    private const string Route = "profiles/{profileId}/draft";

    /// <summary>GET the draft of a profile.</summary>
    /// <param name="request">The request.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GetProfileDraft))]
    [Allow(Role.Operator, Role.Viewer)]
    public async Task<IResult> GetProfileDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string profileId, CancellationToken cancellationToken)
    {
        _ = request;
        return await FindAsync(profileId, cancellationToken) is { } draft ? JsonAnswer.Ok(ProfileWriter.Write(draft)) : NoDraft(profileId);
    }

    /// <summary>GET what is to be said of a draft before it is published.</summary>
    /// <param name="request">The request.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(LintProfileDraft))]
    [Allow(Role.Operator, Role.Viewer)]
    public async Task<IResult> LintProfileDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/lint")] HttpRequest request, string profileId, CancellationToken cancellationToken)
    {
        _ = request;
        return await FindAsync(profileId, cancellationToken) is { } draft
            ? JsonAnswer.Ok(new { findings = await life.LintAsync(draft, await configurations.GetAsync(cancellationToken), cancellationToken) })
            : NoDraft(profileId);
    }

    /// <summary>PUT the draft of a profile: new with <c>If-None-Match: *</c>, or over the one that was read with <c>If-Match</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="profileId">The profile; one that is not there yet begins with its draft.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(PutProfileDraft))]
    [Allow(Role.Operator, AlsoVisibleTo = [Role.Viewer])]
    public async Task<IResult> PutProfileDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request, string profileId, CancellationToken cancellationToken)
    {
        if (!Identifier.IsPlain(profileId))
        {
            return Problems.Invalid([new Fault("profileId", profileId, Identifier.PlainRule)]);
        }

        if (await RequestReader.BodyAsync(request, cancellationToken) is not { } body)
        {
            return Problems.Invalid(RequestReader.TooLong);
        }

        return await ProfileReader.Read(body, new ProfileId(profileId)).Match(
            read => PutAsync(request, read.Value with { Version = 0, Note = null }, cancellationToken),
            refused => Task.FromResult(Problems.Invalid(refused.Faults)));
    }

    private static IResult NoDraft(string profileId) => Problems.NotFound($"There is no draft of a profile '{profileId}'.");

    private async Task<IResult> PutAsync(HttpRequest request, Profile draft, CancellationToken cancellationToken)
    {
        var (ifMatch, ifNoneMatch) = (request.Headers.IfMatch.ToString(), request.Headers.IfNoneMatch.ToString());
        if (ifMatch.Length == 0 && ifNoneMatch != "*")
        {
            return Problems.PreconditionRequired();
        }

        var current = await configurations.FindDraftAsync(draft.ProfileId, cancellationToken);
        var isExpected = current is { } found
            ? ifMatch == "*" || ifMatch == JsonAnswer.TagOf(ProfileWriter.Write(found.Draft))
            : ifMatch.Length == 0;
        if (!isExpected || !await configurations.PutDraftAsync(draft, current?.Tag, cancellationToken))
        {
            return Problems.PreconditionFailed(current is null
                ? $"There is no draft of profile '{draft.ProfileId}'; 'If-None-Match: *' creates it."
                : ifMatch.Length == 0
                    ? $"Profile '{draft.ProfileId}' has a draft already; send 'If-Match' with its ETag to write over it."
                    : $"The draft of profile '{draft.ProfileId}' is not what 'If-Match' names; read it again.");
        }

        return new JsonAnswer(current is null ? StatusCodes.Status201Created : StatusCodes.Status200OK, ProfileWriter.Write(draft));
    }

    private async Task<Profile?> FindAsync(string profileId, CancellationToken cancellationToken) =>
        Identifier.IsPlain(profileId) ? (await configurations.FindDraftAsync(new ProfileId(profileId), cancellationToken))?.Draft : null;
}
