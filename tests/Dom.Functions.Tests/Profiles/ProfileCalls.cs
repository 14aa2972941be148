using Dom.Functions.Profiles;
using Dom.Functions.Security;
using Dom.Functions.Tests.TestKit;

namespace Dom.Functions.Tests.Profiles;

/// <summary>The calls of an operator on profiles.</summary>
internal sealed class ProfileCalls(FunctionsBed bed)
{
    /// <summary>A profile of every channel, as it is posted.</summary>
    public const string Body = """{"name":"US","costs":{"currency":"USD","parcelMinorUnits":550}}""";

    public Task<HttpCall> PutDraftAsync(string body, string profileId = "us", string header = "If-None-Match", string value = "*") =>
        new HttpCall("PUT", body).By(Role.Operator).With(header, value)
            .SendAsync(request => bed.Functions<DraftFunctions>().PutProfileDraft(request, profileId, CancellationToken.None));

    public Task<HttpCall> GetDraftAsync(string profileId = "us") => new HttpCall().By(Role.Viewer)
        .SendAsync(request => bed.Functions<DraftFunctions>().GetProfileDraft(request, profileId, CancellationToken.None));

    public Task<HttpCall> LintAsync(string profileId = "us") => new HttpCall().By(Role.Viewer)
        .SendAsync(request => bed.Functions<DraftFunctions>().LintProfileDraft(request, profileId, CancellationToken.None));

    public Task<HttpCall> PublishAsync(string body = "", string profileId = "us", string ifMatch = "*") => new HttpCall("POST", body).By(Role.Operator).With("If-Match", ifMatch)
        .SendAsync(request => bed.Functions<ProfileActionFunctions>().PublishProfile(request, profileId, bed.Durable.Object, CancellationToken.None));

    public Task<HttpCall> RollBackAsync(string body, string profileId = "us") => new HttpCall("POST", body).By(Role.Operator)
        .SendAsync(request => bed.Functions<ProfileActionFunctions>().RollBackProfile(request, profileId, bed.Durable.Object, CancellationToken.None));

    public Task<HttpCall> RetireAsync(string body = "", string profileId = "us") => new HttpCall("POST", body).By(Role.Operator)
        .SendAsync(request => bed.Functions<ProfileActionFunctions>().RetireProfile(request, profileId, bed.Durable.Object, CancellationToken.None));

    public Task<HttpCall> ListAsync(string query = "") => new HttpCall(query: query).By(Role.Viewer)
        .SendAsync(request => bed.Functions<ProfileFunctions>().ListProfiles(request, CancellationToken.None));

    public Task<HttpCall> VersionAsync(string version, string profileId = "us") => new HttpCall().By(Role.Viewer)
        .SendAsync(request => bed.Functions<ProfileFunctions>().GetProfileVersion(request, profileId, version, CancellationToken.None));

    public Task<HttpCall> DiffAsync(string query = "", string profileId = "us") => new HttpCall(query: query).By(Role.Viewer)
        .SendAsync(request => bed.Functions<ProfileFunctions>().GetProfileDiff(request, profileId, CancellationToken.None));

    /// <summary>Writes a draft, whatever is there, and publishes it.</summary>
    public async Task<HttpCall> WriteAndPublishAsync(string body, string profileId = "us", string action = "")
    {
        var isThere = (await GetDraftAsync(profileId)).Status == 200;
        var put = await PutDraftAsync(body, profileId, isThere ? "If-Match" : "If-None-Match");
        Assert.True(put.Status is 200 or 201, put.Body);
        return await PublishAsync(action, profileId);
    }
}
