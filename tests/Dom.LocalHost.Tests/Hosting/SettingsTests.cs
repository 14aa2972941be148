using Dom.LocalHost.Hosting.Settings;

namespace Dom.LocalHost.Tests.Hosting;

public sealed class SettingsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void LocalSettings_become_settings_as_the_real_tools_make_them()
    {
        File.WriteAllText(_file, """
            { // comment
              "IsEncrypted": false,
              "Values": { "OrdersQueue": "orders", "Dom__Solver__Seed": "7", "Flag": true, },
              "ConnectionStrings": { "Sql": "x" } }
            """);

        var settings = LocalSettings.Read(_file);

        Assert.Equal(
            [("ConnectionStrings:Sql", "x"), ("Dom:Solver:Seed", "7"), ("Flag", "true"), ("OrdersQueue", "orders")],
            settings.Select(pair => (pair.Key, pair.Value!)).Order());
    }

    [Theory]
    [InlineData("{\n  \"Values\": { \"a\": }\n}", "line 2, column 20")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("{ \"Values\": [] }", "Values is []")]
    [InlineData("{ \"Values\": { \"a\": {} } }", "Values.a is {}")]
    [InlineData("{ \"IsEncrypted\": true }", "encrypted")]
    public void LocalSettings_that_are_wrong_are_refused_with_their_place(string json, string said)
    {
        File.WriteAllText(_file, json);

        var failure = Assert.Throws<LocalHostException>(() => LocalSettings.Read(_file));

        Assert.Contains(_file, failure.Message, StringComparison.Ordinal);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HostJson_keeps_the_defaults_of_what_it_does_not_say()
    {
        File.WriteAllText(_file, """
            { "version": "2.0", "extensions": { "http": { "routePrefix": "" },
              "serviceBus": { "maxConcurrentCalls": 4, "maxAutoLockRenewalDuration": "00:01:00" } } }
            """);

        var settings = HostJson.Read(_file);

        Assert.Equal(
            new HostJson { RoutePrefix = "", MaxConcurrentCalls = 4, MaxAutoLockRenewalDuration = TimeSpan.FromMinutes(1) },
            settings);
    }

    [Theory]
    [InlineData("\"maxConcurrentCalls\": 0")]
    [InlineData("\"maxConcurrentCalls\": 1001")]
    [InlineData("\"maxConcurrentCalls\": \"4\"")]
    [InlineData("\"autoCompleteMessages\": 1")]
    [InlineData("\"maxAutoLockRenewalDuration\": \"-00:01:00\"")]
    public void HostJson_refuses_a_value_by_name(string setting)
    {
        File.WriteAllText(_file, $$"""{ "extensions": { "serviceBus": { {{setting}} } } }""");

        var failure = Assert.Throws<LocalHostException>(() => HostJson.Read(_file));

        Assert.Contains(setting.Replace("\"", "", StringComparison.Ordinal).Split(':')[0], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_all_defaults()
    {
        var missing = _file + ".missing";

        Assert.Equal(new HostJson(), HostJson.Read(missing));
        Assert.Empty(LocalSettings.Read(missing));
    }

    [Fact]
    public void A_reference_to_a_setting_that_is_not_set_names_function_and_setting()
    {
        var failure = Assert.Throws<LocalHostException>(
            () => SettingReference.Resolve("%OrdersQueue%", HostBed.Settings(), "ReceiveOrder"));

        Assert.Contains("'ReceiveOrder'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'OrdersQueue'", failure.Message, StringComparison.Ordinal);
    }
}
