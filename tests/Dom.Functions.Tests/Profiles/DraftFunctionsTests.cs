using Dom.Core.Catalogue;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Profiles;

[Collection(SharedAzurite.Name)]
public sealed class DraftFunctionsTests(AzuriteFixture azurite) : IAsyncLifetime
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
    public async Task PutProfileDraft_creates_and_GetProfileDraft_shows_the_same()
    {
        var put = await _calls.PutDraftAsync(ProfileCalls.Body);
        var got = await _calls.GetDraftAsync();

        Assert.Equal(201, put.Status);
        Assert.Equal((200, put.Body, put.ETag), (got.Status, got.Body, got.ETag));
        Assert.Equal("us", got.Json.Text("profileId"));
    }

    [Fact]
    public async Task PutProfileDraft_leaves_the_configuration_as_it_was()
    {
        var before = await _bed.Get<ConfigurationStore>().GetAsync(CancellationToken.None);

        await _calls.PutDraftAsync(ProfileCalls.Body);

        Assert.Equal(before.Version, (await _bed.Get<ConfigurationStore>().GetAsync(CancellationToken.None)).Version);
        await using var twin = _bed.Twin();
        Assert.Empty((await twin.Get<ConfigurationStore>().GetAsync(CancellationToken.None)).Profiles);
    }

    [Fact]
    public async Task PutProfileDraft_writes_over_what_was_read()
    {
        var created = await _calls.PutDraftAsync(ProfileCalls.Body);

        var put = await _calls.PutDraftAsync(ProfileCalls.Body.Replace("US\"", "USA\"", StringComparison.Ordinal), header: "If-Match", value: created.ETag!);
        var late = await _calls.PutDraftAsync(ProfileCalls.Body, header: "If-Match", value: created.ETag!);

        Assert.Equal((200, "USA"), (put.Status, put.Json.Text("name")));
        Assert.Equal(412, late.Status);
    }

    [Theory]
    [InlineData("If-None-Match", "*", 412, "has a draft already")]
    [InlineData("If-Match", "\"0\"", 412, "is not what 'If-Match' names")]
    [InlineData("Accept", "*/*", 428, "If-None-Match: *")]
    public async Task PutProfileDraft_wants_to_know_what_it_writes_over(string header, string value, int expected, string said)
    {
        await _calls.PutDraftAsync(ProfileCalls.Body);

        var put = await _calls.PutDraftAsync(ProfileCalls.Body, header: header, value: value);

        Assert.Equal(expected, put.Status);
        Assert.Contains(said, put.Json.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PutProfileDraft_names_everything_that_is_wrong()
    {
        var put = await _calls.PutDraftAsync("""{"name":"US","rules":[{"rule":"maximumDistance","id":"near","kms":3}],"costs":{"currency":"usd"}}""");

        Assert.Equal(400, put.Status);
        Assert.Equal(["costs.currency", "rules[0].km", "rules[0].kms"], put.Json.GetProperty("errors").Names());
        Assert.Equal("rules[0].kms is '3'; allowed is nothing of the name 'kms'; the nearest that is known is 'km'.", put.Json.Text("detail"));
    }

    [Fact]
    public async Task LintProfileDraft_says_what_is_hardly_meant_and_what_overlaps()
    {
        await _bed.ConfigureAsync(Network.Profile, Network.Store(1));
        await _calls.PutDraftAsync("""{"name":"US","scope":{"channels":["web"]},"rules":[{"rule":"offlineLocation","id":"off"}],"costs":{"currency":"USD","parcelMinorUnits":550}}""");

        var lint = await _calls.LintAsync();

        Assert.Equal(
            ["error scope: Profiles 'us' and 'default' (version 1) would both decide, from 2026-11-21 on: channels web.", "warning rules[0]: While rule 'off' (offline) holds, no location fulfils anything."],
            lint.Json.GetProperty("findings").EnumerateArray().Take(2).Select(finding => $"{finding.Text("severity")} {finding.Text("path")}: {finding.Text("sentence")}"));
    }

    [Fact]
    public async Task LintProfileDraft_names_a_rule_about_a_category_that_no_product_has()
    {
        await _bed.ConfigureAsync(Network.Profile with { Scope = new() { Channels = ["phone"] } }, Network.Store(1));
        await _bed.Get<ProductStore>().PutAsync([new Product { Sku = new("S-1"), Category = new("toys/trains") }, new Product { Sku = new("S-2") }], CancellationToken.None);
        await _calls.PutDraftAsync("""
            {"name":"US","scope":{"channels":["web"]},"costs":{"currency":"USD","parcelMinorUnits":550},
             "rules":[{"rule":"maximumDistance","id":"far","km":300,"for":{"categories":["toys"]}},{"rule":"excludeLine","id":"hats","for":{"categories":["hats"]}}]}
            """);

        var lint = await _calls.LintAsync();

        Assert.Equal(
            ["warning rules[1].for: Rule 'hats' is for none of the 2 products that are known."],
            lint.Json.GetProperty("findings").EnumerateArray().Where(finding => finding.Text("code") == "deadRule")
                .Select(finding => $"{finding.Text("severity")} {finding.Text("path")}: {finding.Text("sentence")}"));
    }

    [Fact]
    public async Task GetProfileDraft_says_that_there_is_none()
    {
        Assert.Equal(404, (await _calls.GetDraftAsync()).Status);
        Assert.Equal(404, (await _calls.LintAsync()).Status);
        Assert.Equal(404, (await _calls.GetDraftAsync("a b")).Status);
    }
}
