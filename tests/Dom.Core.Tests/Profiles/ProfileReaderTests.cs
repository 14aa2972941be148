using Dom.Core.Messages;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles;

public sealed class ProfileReaderTests
{
    private const string Least = """{ "profileId": "us", "name": "US", "costs": { "currency": "USD" } }""";

    private const string Document = """
        { "profileId": "us", "name": "US", "effective": { "from": "2026-12-01" },
          "scope": { "channels": ["web"], "countries": ["US"], "minAmountMinorUnits": 100, "maxAmountMinorUnits": 900 },
          "rules": [ { "rule": "maximumDistance", "id": "near", "km": 300, "isHard": false, "at": { "types": ["store"] } },
                     { "rule": "maximumRejects", "id": "rejects", "refusals": 3, "coolingOff": "2.00:00" },
                     { "rule": "dailyLimit", "id": "day", "orders": 40 } ],
          "delivery": { "modes": [ { "mode": "ship", "kind": "ship", "handling": "04:00", "cutOff": "14:00", "transit": [ { "maxKm": 300, "days": 1 }, { "days": 4 } ], "restDays": ["sunday"] } ] },
          "costs": { "currency": "USD",
            "shipping": [ { "id": "ups", "modes": ["ship"], "tiers": [ { "maxKm": 300, "minorUnits": 500 }, { "minorUnits": 900 } ],
                            "rates": { "zoneKm": [300, null], "bandGrams": [1000, 2000], "minorUnits": [1, 2, 3, 4] } } ],
            "handling": [ { "id": "pick", "unitMinorUnits": 30 } ] },
          "acceptance": { "acceptWithin": "02:00:00", "reasons": { "notFound": "all" } } }
        """;

    [Fact]
    public void Read_takes_what_is_left_out_as_its_default()
    {
        var profile = Read(Least);

        Assert.Equal((new ProfileId("us"), 0, "US"), (profile.ProfileId, profile.Version, profile.Name));
        Assert.Equal(ProfileWriter.WriteText(A.Profile() with { ProfileId = new("us"), Version = 0, Name = "US", Costs = new() { Currency = "USD" } }), ProfileWriter.WriteText(profile));
    }

    [Fact]
    public void Read_takes_every_part()
    {
        var profile = Read(Document);

        Assert.Equal(300, Assert.IsType<MaximumDistance>(profile.Rules[0]).Km);
        Assert.Equal(TimeSpan.FromDays(2), Assert.IsType<MaximumRejects>(profile.Rules[1]).CoolingOff);
        Assert.Equal((TimeSpan.FromHours(4), new TimeOnly(14, 0)), (profile.Delivery.Modes[0].Handling, profile.Delivery.Modes[0].CutOff));
        Assert.Equal(new double?[] { 300, null }, profile.Costs.Shipping[0].Rates!.ZoneKm);
    }

    [Theory]
    [InlineData("name", null)]
    [InlineData("name", "\"\"")]
    [InlineData("profileId", "\"a b\"")]
    [InlineData("profileId", null)]
    [InlineData("version", "-1")]
    [InlineData("scope", "[]")]
    [InlineData("scope.channels", "[\"web\", \"web\"]", "scope.channels[1]")]
    [InlineData("scope.countries", "[\"us\"]", "scope.countries[0]")]
    [InlineData("scope.categories", "[\"a//b\"]", "scope.categories[0]")]
    [InlineData("scope.maxAmountMinorUnits", "99")]
    [InlineData("rules[0].rule", "\"maximumDistence\"")]
    [InlineData("rules[0].rule", null)]
    [InlineData("rules[0].id", "null")]
    [InlineData("rules[0].id", "\"day\"", "rules[2].id")]
    [InlineData("rules[0].km", "-1")]
    [InlineData("rules[0].km", null)]
    [InlineData("rules[0].importance", "11")]
    [InlineData("rules[0].at.types", "[\"shop\"]", "rules[0].at.types[0]")]
    [InlineData("rules[0].effective", """{ "from": "2026-12-01", "to": "2026-11-30" }""", "rules[0].effective.to")]
    [InlineData("rules[1].coolingOff", "\"00:00\"")]
    [InlineData("rules[1].coolingOff", "\"two days\"")]
    [InlineData("rules[2].orders", "null", "rules[2]")]
    [InlineData("rules[2]", """{ "rule": "keepTogether", "id": "k", "at": { "groups": ["g"] } }""", "rules[2].at")]
    [InlineData("delivery.modes[0].cutOff", "\"24:00\"")]
    [InlineData("delivery.modes[0].transit[0].maxKm", null)]
    [InlineData("delivery.modes[0].restDays", "[\"Sunday\"]", "delivery.modes[0].restDays[0]")]
    [InlineData("costs", null)]
    [InlineData("costs.currency", "\"usd\"")]
    [InlineData("costs.shipping[0].tiers[1].maxKm", "300")]
    [InlineData("costs.shipping[0].rates.minorUnits", "[1, 2, 3]")]
    [InlineData("costs.shipping[0].rates.bandGrams", "[2000, 1000]", "costs.shipping[0].rates.bandGrams[1]")]
    [InlineData("costs.handling[0].id", "\"ups\"")]
    [InlineData("costs.lateness", """{ "lineDayMinorUnits": -4 }""", "costs.lateness.lineDayMinorUnits")]
    [InlineData("costs.refusal", """{ "priorPerMille": 1001 }""", "costs.refusal.priorPerMille")]
    [InlineData("costs.shipping[0].rates.zoneKm", "[]")]
    [InlineData("costs.shipping[0].surcharges", """[ { "name": "bulky", "minorUnits": 1 }, { "name": "bulky", "minorUnits": 2 } ]""", "costs.shipping[0].surcharges[1].name")]
    [InlineData("costs.shipping[0].dimensionalDivisor", "0")]
    [InlineData("delivery.modes[0].handling", "\"-04:00\"")]
    [InlineData("delivery.modes[0].transit[0].days", "-1")]
    [InlineData("delivery.groups", """[ { "group": "west", "ships": true, "handsOver": true }, { "group": "west", "ships": false, "handsOver": true } ]""", "delivery.groups[1].group")]
    [InlineData("costs.handling[0].unitMinorUnits", "1.5")]
    [InlineData("acceptance.acceptWithin", "\"00:00:00\"")]
    [InlineData("acceptance.reasons.notFound", "\"some\"")]
    [InlineData("acceptance.reasons.withdrawn", "\"all\"")]
    [InlineData("alternate", "\"us\"")]
    public void Read_names_what_is_wrong(string path, string? value, string? field = null)
    {
        var faults = Faults(Json.With(Document, path, value));

        Assert.Equal([field ?? path], Json.Fields(faults));
    }

    [Theory]
    [InlineData("rules[0].kms", "300", "the nearest that is known is 'km'")]
    [InlineData("rules[0].ishard", "true", "the nearest that is known is 'isHard'")]
    [InlineData("costs.parcelMinorUnit", "5", "the nearest that is known is 'parcelMinorUnits'")]
    [InlineData("colour", "\"red\"", "known are $schema, profileId, version, name")]
    public void Read_refuses_names_that_are_not_known(string path, string value, string said)
    {
        var fault = Assert.Single(Faults(Json.With(Document, path, value)));

        Assert.Equal(path, fault.Field);
        Assert.Contains(said, fault.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_tells_every_fault_at_once()
    {
        var document = Json.With(Json.With(Json.With(Document, "rules[0].km", "\"far\""), "costs.currency", "1"), "scope.chanels", "[]");

        Assert.Equal(["scope.chanels", "rules[0].km", "costs.currency"], Json.Fields(Faults(document)));
    }

    [Theory]
    [InlineData("""{ "profileId": "us", "name": "US", }""", "broken at line 1, byte 36 (The JSON object contains a trailing comma at the end.)")]
    [InlineData("""{ "profileId": "us", "name": "US", "name": "USA" }""", "broken (Duplicate property 'name' encountered during deserialization.)")]
    public void Read_says_where_a_text_is_no_JSON(string document, string said)
    {
        var fault = Assert.Single(Faults(document));

        Assert.Equal(("body", said), (fault.Field, fault.Value));
    }

    [Fact]
    public void Read_takes_null_for_what_is_left_out()
    {
        var profile = Read("""{ "profileId": "us", "name": "US", "rules": null, "scope": { "channels": null }, "alternate": null, "costs": { "currency": "USD", "parcelMinorUnits": null } }""");

        Assert.Equal(ProfileWriter.WriteText(Read(Least)), ProfileWriter.WriteText(profile));
    }

    [Fact]
    public void Read_passes_over_where_an_editor_finds_the_schema() =>
        Assert.Equal(ProfileWriter.WriteText(Read(Document)), ProfileWriter.WriteText(Read(Json.With(Document, "$schema", "\"../profile.schema.json\""))));

    [Fact]
    public void Read_knows_the_profile_by_its_address()
    {
        var expected = new ProfileId("us");

        Assert.Equal(expected, Match(ProfileReader.Read(Json.Bytes(Json.With(Document, "profileId", null)), expected)).ProfileId);
        Assert.Equal(["profileId", "name"], ProfileReader.Read(Json.Bytes(Json.With(Json.With(Document, "profileId", "\"eu\""), "name", null)), expected).Match(_ => [], refused => Json.Fields(refused.Faults)));
    }

    private static Profile Read(string document) => Match(ProfileReader.Read(Json.Bytes(document)));

    private static Profile Match(Reading<Profile> reading) => reading.Match(
        read => read.Value, refused => throw new InvalidOperationException(string.Join('\n', refused.Faults.Select(fault => fault.ToSentence()))));

    private static System.Collections.Immutable.ImmutableArray<Fault> Faults(string document) =>
        ProfileReader.Read(Json.Bytes(document)).Match(_ => [], refused => refused.Faults);
}
