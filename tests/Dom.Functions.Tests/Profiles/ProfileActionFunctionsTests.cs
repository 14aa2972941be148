using Dom.Core.Catalogue;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Profiles;

[Collection(SharedAzurite.Name)]
public sealed class ProfileActionFunctionsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Web = """{"name":"Web","scope":{"channels":["web"]},"costs":{"currency":"USD","parcelMinorUnits":550}}""";
    private const string Phone = """{"name":"Phone","scope":{"channels":["phone"]},"costs":{"currency":"USD","parcelMinorUnits":550}}""";

    private FunctionsBed _bed = null!;
    private ProfileCalls _calls = null!;

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        _calls = new ProfileCalls(_bed);
    }

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task PublishProfile_makes_the_draft_the_next_version()
    {
        await _calls.WriteAndPublishAsync(Web);

        var second = await _calls.WriteAndPublishAsync(Web.Replace("550", "600", StringComparison.Ordinal), action: """{"note":"Dearer.","by":"Ann"}""");

        Assert.Equal((200, 2, "active", "Dearer.", "Ann"), (second.Status, second.Json.GetProperty("version").GetInt32(), second.Json.Text("state"), second.Json.Text("note"), second.Json.Text("by")));
        Assert.Equal(404, (await _calls.GetDraftAsync()).Status);
        Assert.Equal(550, (await _calls.VersionAsync("1")).Json.At("costs", "parcelMinorUnits").GetInt32());
        Assert.Equal(600, (await _calls.VersionAsync("2")).Json.At("costs", "parcelMinorUnits").GetInt32());
        Assert.Equal([2], (await ConfigurationAsync()).Profiles.Select(profile => profile.Version));
    }

    [Fact]
    public async Task PublishProfile_answers_a_repeat_as_the_first()
    {
        await _calls.PutDraftAsync(Web);
        var first = await _calls.PublishAsync("""{"requestId":"r-1"}""");
        await _calls.PutDraftAsync(Web);

        var repeat = await _calls.PublishAsync("""{"requestId":"r-1"}""");

        Assert.Equal((200, first.Body), (repeat.Status, repeat.Body));
        Assert.Equal(404, (await _calls.VersionAsync("2")).Status);
    }

    [Fact]
    public async Task PublishProfile_leaves_the_version_before_in_force_until_the_day_comes()
    {
        await _calls.WriteAndPublishAsync(Web);

        var second = await _calls.WriteAndPublishAsync(Web, action: """{"from":"2026-12-01"}""");

        var configuration = await ConfigurationAsync();
        Assert.Equal("scheduled", second.Json.Text("state"));
        Assert.Equal(1, Assert.Single(configuration.InForce(_bed.Clock.GetUtcNow())).Version);
        Assert.Equal(2, Assert.Single(configuration.InForce(_bed.Clock.GetUtcNow().AddDays(10))).Version);
    }

    [Fact]
    public async Task PublishProfile_refuses_what_another_profile_decides()
    {
        await _calls.WriteAndPublishAsync(Web, "web");

        var refused = await _calls.WriteAndPublishAsync(Web, "other");

        Assert.Equal((409, "urn:dom:problem:scope-overlap"), (refused.Status, refused.Json.Text("type")));
        Assert.Equal("Profiles 'other' and 'web' (version 1) would both decide, from 2026-11-21 on: channels web.", refused.Json.Text("detail"));
        Assert.Equal("web", refused.Json.GetProperty("overlaps")[0].Text("profileId"));
        Assert.Equal(404, (await _calls.VersionAsync("1", "other")).Status);
    }

    [Fact]
    public async Task PublishProfile_lets_profiles_follow_one_another()
    {
        await _calls.WriteAndPublishAsync(Web, "web", """{"to":"2026-11-30"}""");

        var early = await _calls.WriteAndPublishAsync(Web, "other", """{"from":"2026-11-30"}""");
        var after = await _calls.WriteAndPublishAsync(Web, "other", """{"from":"2026-12-01"}""");

        Assert.Equal((409, 200), (early.Status, after.Status));
    }

    [Theory]
    [InlineData("toys/trains", "SKUs S-1")]
    [InlineData("books", null)]
    public async Task PublishProfile_of_a_category_is_refused_where_another_profile_decides_a_SKU_of_it(string category, string? overlap)
    {
        await _bed.Get<ProductStore>().PutAsync([new Product { Sku = new("S-1"), Category = new(category) }, new Product { Sku = new("S-2"), Category = new("toys") }], CancellationToken.None);
        await _calls.WriteAndPublishAsync("""{"name":"One","scope":{"skus":["S-1"]},"costs":{"currency":"USD","parcelMinorUnits":550}}""", "one");

        var answer = await _calls.WriteAndPublishAsync("""{"name":"Toys","scope":{"categories":["toys"]},"costs":{"currency":"USD","parcelMinorUnits":550}}""", "toys");

        Assert.Equal(overlap is null ? 200 : 409, answer.Status);
        Assert.Equal(
            overlap is null ? null : $"Profiles 'toys' and 'one' (version 1) would both decide, from 2026-11-21 on: {overlap}.",
            overlap is null ? null : answer.Json.Text("detail"));
    }

    [Fact]
    public async Task PublishProfile_reads_products_only_where_the_profile_names_some()
    {
        await _calls.PutDraftAsync(Web);
        _bed.Crash.Clear();

        await _calls.PublishAsync();

        Assert.DoesNotContain(_bed.Crash.Done, name => name.StartsWith("Products:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PublishProfile_publishes_one_of_two_that_overlap_when_both_are_published_at_once()
    {
        await _calls.PutDraftAsync(Web, "a");
        await _calls.PutDraftAsync(Web, "b");
        await using var twin = _bed.Twin();

        var answers = await Task.WhenAll(_calls.PublishAsync(profileId: "a"), new ProfileCalls(twin).PublishAsync(profileId: "b"));

        Assert.Equal([200, 409], answers.Select(answer => answer.Status).Order());
        Assert.Single((await ConfigurationAsync()).Profiles);
    }

    [Fact]
    public async Task PublishProfile_loses_nothing_when_two_are_published_at_once()
    {
        await _calls.PutDraftAsync(Web, "a");
        await _calls.PutDraftAsync(Phone, "b");
        await using var twin = _bed.Twin();

        var answers = await Task.WhenAll(_calls.PublishAsync(profileId: "a"), new ProfileCalls(twin).PublishAsync(profileId: "b"));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(["a", "b"], (await ConfigurationAsync()).Profiles.Select(profile => profile.ProfileId.Value));
    }

    [Fact]
    public async Task PublishProfile_publishes_only_the_draft_that_was_read()
    {
        var read = await _calls.PutDraftAsync(Web);
        await _calls.PutDraftAsync(Phone, header: "If-Match");

        var late = await _calls.PublishAsync(ifMatch: read.ETag!);

        Assert.Equal(412, late.Status);
        Assert.Equal(200, (await _calls.PublishAsync(ifMatch: (await _calls.GetDraftAsync()).ETag!)).Status);
    }

    [Fact]
    public async Task PublishProfile_refuses_what_cannot_be_meant()
    {
        var refused = await _calls.WriteAndPublishAsync(Web.Replace("\"costs\"", "\"alternate\":\"far\",\"costs\"", StringComparison.Ordinal));

        Assert.Equal((409, "urn:dom:problem:lint", "alternateMissing"), (refused.Status, refused.Json.Text("type"), refused.Json.GetProperty("findings")[0].Text("code")));
    }

    [Fact]
    public async Task PublishProfile_says_what_can_be_done_without_a_draft()
    {
        await _calls.WriteAndPublishAsync(Web);

        var refused = await _calls.PublishAsync();

        Assert.Equal((409, "active"), (refused.Status, refused.Json.Text("state")));
        Assert.Equal(["retire", "rollback"], refused.Json.GetProperty("possibleActions").Texts());
        Assert.Equal(404, (await _calls.PublishAsync(profileId: "none")).Status);
    }

    [Theory]
    [InlineData("""{"from":"2026-12-02","to":"2026-12-01"}""", "effective.to")]
    [InlineData("""{"from":"soon"}""", "from")]
    [InlineData("""{"requestId":" x"}""", "requestId")]
    [InlineData("""{"form":"2026-12-01"}""", "form")]
    public async Task PublishProfile_names_what_is_wrong(string action, string field)
    {
        var refused = await _calls.WriteAndPublishAsync(Web, action: action);

        Assert.Equal(400, refused.Status);
        Assert.Equal([field], refused.Json.GetProperty("errors").Names());
    }

    [Fact]
    public async Task RollBackProfile_publishes_an_old_version_again()
    {
        await _calls.WriteAndPublishAsync(Web);
        await _calls.WriteAndPublishAsync(Web.Replace("550", "600", StringComparison.Ordinal));
        await _calls.PutDraftAsync(Phone);

        var back = await _calls.RollBackAsync("""{"requestId":"r-1","version":1}""");
        var repeat = await _calls.RollBackAsync("""{"requestId":"r-1","version":1}""");

        Assert.Equal((200, 3, 1, "Back to version 1."), (back.Status, back.Json.GetProperty("version").GetInt32(), back.Json.GetProperty("rolledBackTo").GetInt32(), back.Json.Text("note")));
        Assert.Equal(back.Body, repeat.Body);
        Assert.Equal(550, Assert.Single((await ConfigurationAsync()).Profiles).Costs.ParcelMinorUnits);
        Assert.Equal(200, (await _calls.GetDraftAsync()).Status);
    }

    [Theory]
    [InlineData("""{"version":7}""", 404)]
    [InlineData("""{"version":0}""", 400)]
    [InlineData("", 400)]
    public async Task RollBackProfile_wants_a_version_that_there_is(string action, int expected)
    {
        await _calls.WriteAndPublishAsync(Web);

        Assert.Equal(expected, (await _calls.RollBackAsync(action)).Status);
    }

    [Fact]
    public async Task RetireProfile_ends_all_versions_and_makes_room_for_another_profile()
    {
        await _calls.WriteAndPublishAsync(Web, "web");
        await _calls.WriteAndPublishAsync(Web, "web", """{"from":"2026-12-01"}""");

        var retired = await _calls.RetireAsync(profileId: "web");
        var repeat = await _calls.RetireAsync(profileId: "web");
        var other = await _calls.WriteAndPublishAsync(Web, "other");

        Assert.Equal((200, 2, "retired"), (retired.Status, retired.Json.GetProperty("version").GetInt32(), retired.Json.Text("state")));
        Assert.Equal((200, 200), (repeat.Status, other.Status));
        Assert.Equal(["other"], (await ConfigurationAsync()).Profiles.Select(profile => profile.ProfileId.Value));
        Assert.Equal(200, (await _calls.VersionAsync("1", "web")).Status);
    }

    [Fact]
    public async Task PublishProfile_brings_a_retired_profile_back_with_its_new_version_alone()
    {
        await _calls.WriteAndPublishAsync(Web);
        await _calls.RetireAsync();

        var again = await _calls.WriteAndPublishAsync(Web, action: """{"from":"2026-12-01"}""");

        Assert.Equal("scheduled", again.Json.Text("state"));
        Assert.Empty((await ConfigurationAsync()).InForce(_bed.Clock.GetUtcNow()));
    }

    private Task<Configuration> ConfigurationAsync() => _bed.Get<ConfigurationStore>().GetAsync(CancellationToken.None);
}
