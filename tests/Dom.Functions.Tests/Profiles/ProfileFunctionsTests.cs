using System.Text.Json.Nodes;
using Dom.Core.Profiles;
using Dom.Functions.Profiles;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Profiles;

[Collection(SharedAzurite.Name)]
public sealed class ProfileFunctionsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private FunctionsBed _bed = null!;
    private ProfileCalls _calls = null!;

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        _calls = new ProfileCalls(_bed);
    }

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task ListProfiles_shows_what_each_does()
    {
        await _calls.WriteAndPublishAsync(ProfileCalls.Body, "us", """{"to":"2026-11-30"}""");
        await _calls.WriteAndPublishAsync(ProfileCalls.Body, "later", """{"from":"2026-12-01"}""");
        await _calls.PutDraftAsync(ProfileCalls.Body, "new");
        await _calls.PutDraftAsync(ProfileCalls.Body.Replace("US\"", "USA\"", StringComparison.Ordinal), "us");

        var list = await _calls.ListAsync();

        Assert.Equal(
            ["later US scheduled 0 False", "new US draft 0 True", "us USA active 1 True"],
            list.Json.GetProperty("items").EnumerateArray().Select(item =>
                $"{item.Text("profileId")} {item.Text("name")} {item.Text("state")} {(item.TryGetProperty("activeVersion", out var active) ? active.GetInt32() : 0)} {item.GetProperty("hasDraft").GetBoolean()}"));
    }

    [Fact]
    public async Task ListProfiles_goes_by_pages()
    {
        foreach (var id in new[] { "a", "b", "c" })
        {
            await _calls.PutDraftAsync(ProfileCalls.Body, id);
        }

        var first = await _calls.ListAsync("?limit=2");
        var second = await _calls.ListAsync($"?limit=2&after={first.Json.Text("next")}");

        Assert.Equal((2, 1), (first.Json.GetProperty("items").GetArrayLength(), second.Json.GetProperty("items").GetArrayLength()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, second.Json.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task GetProfileDiff_tells_what_the_draft_would_change()
    {
        await _calls.WriteAndPublishAsync(ProfileCalls.Body);
        await _calls.PutDraftAsync(ProfileCalls.Body.Replace("550", "500", StringComparison.Ordinal));

        var diff = await _calls.DiffAsync();

        Assert.Equal(("1", "draft"), (diff.Json.Text("from"), diff.Json.Text("to")));
        Assert.Equal(["Costs: cost of each parcel from 550 minor units to 500 minor units."], diff.Json.GetProperty("changes").Texts());
        Assert.Empty((await _calls.DiffAsync("?from=1&to=1")).Json.GetProperty("changes").Texts());
        Assert.Equal(404, (await _calls.DiffAsync("?from=1&to=2")).Status);
    }

    [Theory]
    [InlineData("1", 200)]
    [InlineData("2", 404)]
    [InlineData("draft", 404)]
    [InlineData("-1", 404)]
    [InlineData("x", 404)]
    public async Task GetProfileVersion_shows_versions_that_there_are(string version, int expected)
    {
        await _calls.WriteAndPublishAsync(ProfileCalls.Body);
        await _calls.PutDraftAsync(ProfileCalls.Body);

        Assert.Equal(expected, (await _calls.VersionAsync(version)).Status);
    }

    [Fact]
    public async Task A_published_version_can_be_the_next_draft()
    {
        await _calls.WriteAndPublishAsync(ProfileCalls.Body, action: """{"note":"First."}""");

        var put = await _calls.PutDraftAsync((await _calls.VersionAsync("1")).Body);

        Assert.Equal(201, put.Status);
        Assert.False(put.Json.TryGetProperty("version", out _));
        Assert.False(put.Json.TryGetProperty("note", out _));
    }

    [Fact]
    public async Task GetProfileSchema_answers_with_the_published_file()
    {
        var answer = await new HttpCall().SendAsync(request => Task.FromResult(ProfileFunctions.GetProfileSchema(request)));

        Assert.Equal(ProfileSchema.Write(), Repository.Read("docs/api/profile.schema.json"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Repository.Read("docs/api/profile.schema.json")), JsonNode.Parse(answer.Body)));
    }
}
