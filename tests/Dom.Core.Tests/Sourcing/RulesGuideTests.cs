using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Lint;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing;

/// <summary>The examples of the rules' guide are true: each is sourced, and the decision compared with what the guide says.</summary>
public sealed partial class RulesGuideTests
{
    public static TheoryData<int, string> Examples { get; } = Read();

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_comes_out_as_the_guide_says(int line, string json)
    {
        var example = JsonNode.Parse(json)!.AsObject();
        var request = Request(example);

        var decision = Core.Sourcing.Sourcing.Source(request);

        var place = FormattableString.Invariant($"docs/rules.md:{line}");
        foreach (var (lineId, expected) in example["expect"]!.AsObject())
        {
            var found = decision.Assignments.Where(assignment => assignment.LineId.Value == lineId).ToDictionary(assignment => assignment.LocationId.Value, assignment => assignment.Quantity);
            var quantity = request.Lines.Single(known => known.LineId.Value == lineId).Quantity;
            Assert.Equal((place, Text(Expected(expected, quantity))), (place, Text(found)));
        }

        foreach (var (locationId, rule) in Members(example, "excluded"))
        {
            Assert.Equal((place, rule!.GetValue<string>()), (place, decision.Candidate("1", locationId).Exclusion?.Rule));
        }

        foreach (var (lineId, fallen) in Members(example, "fallen"))
        {
            Assert.Equal(fallen!.AsArray().Select(id => id!.GetValue<string>()), decision.Lines.Single(known => known.LineId.Value == lineId).Fallen.Select(rule => rule.Exclusion.Rule));
        }

        if (example["cost"] is { } cost)
        {
            Assert.Equal((place, cost.GetValue<long>()), (place, decision.Cost.TotalMinorUnits));
        }
    }

    [Fact]
    public void Every_kind_of_rule_has_an_example()
    {
        var shown = RuleKind().Matches(File.ReadAllText(Guide())).Select(match => match.Groups[1].Value).ToHashSet();
        var known = typeof(Rule).GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
            .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>()
            .Select(kind => (string)kind.TypeDiscriminator!);

        Assert.Empty(known.Except(shown));
    }

    [Fact]
    public void Every_kind_of_exclusion_is_told()
    {
        var guide = File.ReadAllText(Guide());

        Assert.All(SourcingRule.All, rule => Assert.Matches($@"(### {rule.Kind}\n|\| `{rule.Kind}` \|)", guide));
    }

    [Fact]
    public void Every_setting_of_a_profile_is_told()
    {
        var guide = File.ReadAllText(Guide());

        string[] untold = [.. Settings(JsonNode.Parse(ProfileSchema.Write())!).Distinct().Where(setting => !Regex.IsMatch(guide, $@"(?<!\w){Regex.Escape(setting)}(?!\w)"))];

        Assert.Empty(untold);
    }

    [Fact]
    public void Profiles_of_the_guide_have_no_fault_and_no_finding()
    {
        var profiles = Whole().Matches(File.ReadAllText(Guide())).Select(match => ProfileReader.Read(Encoding.UTF8.GetBytes(match.Groups[1].Value))).ToList();

        Assert.NotEmpty(profiles);
        Assert.All(profiles, reading => Assert.Empty(reading.Match(
            read => ProfileLint.Of(read.Value, new LintSurroundings { Today = new DateOnly(2026, 11, 22) }).Select(finding => finding.Sentence),
            refused => refused.Faults.Select(fault => fault.ToSentence()))));
    }

    private static IEnumerable<string> Settings(JsonNode? node) => node switch
    {
        JsonObject schema => schema.SelectMany(member =>
            (member is { Key: "properties", Value: JsonObject properties } ? properties.Select(property => property.Key) : []).Concat(Settings(member.Value))),
        JsonArray list => list.SelectMany(Settings),
        _ => [],
    };

    private static SourcingRequest Request(JsonObject example)
    {
        var costs = example["costs"]?.DeepClone().AsObject() ?? [];
        costs["currency"] = "USD";
        var profile = example.DeepClone().AsObject();
        var request = A.Request([.. example["lines"]!.AsObject().Select(line => Line(line.Key, line.Value!))]) with
        {
            Profile = new Profile
            {
                ProfileId = new ProfileId("guide"),
                Version = 1,
                Name = "Guide",
                Costs = costs.Deserialize<CostFactors>(DomJson.Options)!,
                Rules = profile["rules"] is { } rules ? [.. rules.Deserialize<Rule[]>(DomJson.Options)!] : [],
                Delivery = profile["delivery"]?.Deserialize<Core.Profiles.Delivery.DeliveryPolicy>(DomJson.Options) ?? new(),
            },
            Order = new OrderFacts
            {
                Channel = "web",
                AmountMinorUnits = example["lines"]!.AsObject().Sum(line => (line.Value!["price"]?.GetValue<long>() ?? 0) * line.Value!["quantity"]!.GetValue<int>()),
                RequestedDeliveryDate = example["order"]?["requestedDeliveryDate"]?.Deserialize<DateOnly>(DomJson.Options),
            },
            Products = Members(example, "products").ToDictionary(item => new Sku(item.Key), item => new Product { Sku = new Sku(item.Key), Category = new CategoryPath(item.Value!.GetValue<string>()) }),
            Refusals = example["refusals"] is { } refusals ? [.. refusals.Deserialize<RecentRefusals[]>(DomJson.Options)!] : [],
            Loads = Members(example, "locations").Where(place => place.Value!["taken"] is not null).ToDictionary(place => new LocationId(place.Key), place => place.Value!["taken"].Deserialize<DayLoad>(DomJson.Options)),
            Answers = Members(example, "locations").Where(place => place.Value!["answers"] is not null).ToDictionary(place => new LocationId(place.Key), place => place.Value!["answers"].Deserialize<AnswerHistory>(DomJson.Options)),
            AnswersByCategory =
            [
                .. Members(example, "locations").SelectMany(place => Members(place.Value!["answers"] ?? new JsonObject(), "of").Select(category =>
                    new CategoryAnswers(new LocationId(place.Key), new CategoryPath(category.Key), category.Value.Deserialize<AnswerHistory>(DomJson.Options)))),
            ],
        };
        return Members(example, "locations").Aggregate(request, (so, place) => so.At(
            Place(place.Key, place.Value!), [.. Members(place.Value!, "stock").Select(stock => (stock.Key, stock.Value!.GetValue<int>()))]));
    }

    private static DemandLine Line(string id, JsonNode line) => A.Line(id, line["sku"]!.GetValue<string>(), line["quantity"]!.GetValue<int>()) with
    {
        UnitPriceMinorUnits = line["price"]?.GetValue<long>() ?? 0,
        UnitGrams = line["grams"]?.GetValue<int>() ?? 0,
    };

    private static Location Place(string id, JsonNode place) => A.Location(id, A.Reno.North(place["km"]!.GetValue<double>())) with
    {
        Type = place["type"]?.Deserialize<LocationType>(DomJson.Options) ?? LocationType.Store,
        Groups = place["groups"] is { } groups ? [.. groups.Deserialize<string[]>()!] : [],
    };

    private static Dictionary<string, int> Expected(JsonNode? expected, int quantity) => expected switch
    {
        null => [],
        JsonObject parts => parts.ToDictionary(part => part.Key, part => part.Value!.GetValue<int>()),
        _ => new() { [expected.GetValue<string>()] = quantity },
    };

    private static string Text(Dictionary<string, int> parts) =>
        string.Join(", ", parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => FormattableString.Invariant($"{part.Key} {part.Value}")));

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode node, string name) => node[name] as JsonObject ?? [];

    private static TheoryData<int, string> Read()
    {
        var text = File.ReadAllText(Guide());
        var examples = new TheoryData<int, string>();
        foreach (Match match in Example().Matches(text))
        {
            examples.Add(text.AsSpan(0, match.Index).Count('\n') + 1, match.Groups[1].Value);
        }

        return examples;
    }

    private static string Guide([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "docs", "rules.md");

    [GeneratedRegex("```json example\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("```json profile\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex("\"rule\": \"([A-Za-z]+)\"")]
    private static partial Regex RuleKind();
}
