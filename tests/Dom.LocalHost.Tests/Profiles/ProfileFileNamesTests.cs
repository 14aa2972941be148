using Dom.Core.Profiles;
using Dom.LocalHost.Profiles;

namespace Dom.LocalHost.Tests.Profiles;

public sealed class ProfileFileNamesTests
{
    [Theory]
    [InlineData("us", "us.json")]
    [InlineData("US-web.2", "US-web.2.json")]
    [InlineData("a:b a_b a.b", "a%3Ab.json a_b.json a.b.json")]
    [InlineData("us US", "us.json %55%53.json")]
    [InlineData("us:Web us:web", "us%3A%57eb.json us%3Aweb.json")]
    public void Of_gives_each_profile_a_name_of_its_own(string ids, string names)
    {
        var profiles = ids.Split(' ').Select(id => new ProfileId(id)).ToArray();

        var named = ProfileFileNames.Of(profiles);

        Assert.Equal(names, string.Join(' ', profiles.Select(profile => named[profile])));
        Assert.Equal(profiles.Length, named.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(named, name => Assert.Equal(name.Key.Value + ".json", Uri.UnescapeDataString(name.Value)));
    }
}
