using System.Collections.Immutable;
using Dom.Core;
using Dom.Core.Profiles;
using Dom.Functions.Fulfillment;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Profiles;

/// <summary>What operators do with profiles: publish, roll back, retire. Orders that wait are looked at again, as another profile may serve them.</summary>
public sealed class ProfileActionFunctions(ProfileLife life, Waker waker)
{
    /// <summary>POST that the draft becomes the next version. With <c>If-Match</c> only the draft that was read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="client">Reaches the orders that wait.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(PublishProfile))]
    [Allow(Role.Operator, AlsoVisibleTo = [Role.Viewer])]
    public Task<IResult> PublishProfile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "profiles/{profileId}/publish")] HttpRequest request,
        string profileId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var ifMatch = request.Headers.IfMatch.ToString();
        return ActAsync(
            request,
            profileId,
            client,
            (id, action) => life.PublishAsync(
                id, action, request.Caller().Name, draft => ifMatch is "" or "*" || ifMatch == JsonAnswer.TagOf(ProfileWriter.Write(draft)), cancellationToken),
            cancellationToken);
    }

    /// <summary>POST that the content of an old version becomes the next one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="client">Reaches the orders that wait.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(RollBackProfile))]
    [Allow(Role.Operator, AlsoVisibleTo = [Role.Viewer])]
    public Task<IResult> RollBackProfile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "profiles/{profileId}/rollback")] HttpRequest request,
        string profileId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        ActAsync(request, profileId, client, (id, action) => life.RollBackAsync(id, action, request.Caller().Name, cancellationToken), cancellationToken);

    /// <summary>POST that all versions of a profile end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="client">Reaches the orders that wait.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(RetireProfile))]
    [Allow(Role.Operator, AlsoVisibleTo = [Role.Viewer])]
    public Task<IResult> RetireProfile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "profiles/{profileId}/retire")] HttpRequest request,
        string profileId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        ActAsync(request, profileId, client, (id, action) => life.RetireAsync(id, action, request.Caller().Name, cancellationToken), cancellationToken);

    private async Task<IResult> ActAsync(
        HttpRequest request,
        string profileId,
        DurableTaskClient client,
        Func<ProfileId, ProfileActionRequest, Task<ProfileOutcome>> act,
        CancellationToken cancellationToken)
    {
        if (!Identifier.IsPlain(profileId))
        {
            return Problems.NotFound($"There is no profile '{profileId}'.");
        }

        var (action, broken) = await RequestReader.JsonAsync<ProfileActionRequest>(request, cancellationToken);
        ImmutableArray<Fault> faults = action is null ? broken : action.Faults();
        if (!faults.IsEmpty)
        {
            return Problems.Invalid(faults);
        }

        var outcome = await act(new ProfileId(profileId), action!);
        if (outcome is ProfileOutcome.Done)
        {
            // On a repeat too: the first may have ended before it came to this.
            await waker.LookAsync(client, cancellationToken);
        }

        return outcome.Match(
            done => JsonAnswer.Ok(ProfileVersionView.Of(done.Profile, done.Version, life.Today)),
            missing => Problems.NotFound(missing.Sentence),
            invalid => Problems.Invalid(invalid.Faults),
            _ => Problems.PreconditionFailed($"The draft of profile '{profileId}' is not what 'If-Match' names; read it again."),
            refused => Problems.Conflict(refused.Sentence, ProfileProblems.Word(refused.State), refused.Possible),
            clashing => ProfileProblems.Clashing(clashing.Clashes),
            faulty => ProfileProblems.Faulty(faulty.Findings));
    }
}
