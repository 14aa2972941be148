using System.Reflection;
using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Profiles.Lint;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Scarcity;
using Dom.Core.Sourcing.WhatIf;
using Dom.Functions.Events;
using Dom.Functions.Operations;
using Dom.Functions.Profiles;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Dom.Functions.Stores;
using Dom.Functions.Tests.Security;
using Dom.Functions.Tests.TestKit;

namespace Dom.Functions.Tests.Api;

/// <summary>The published description of the API against the functions.</summary>
public sealed class OpenApiTests
{
    private static readonly JsonElement Document = Repository.Json("docs/api/openapi.json");

    /// <summary>What answers and requests are made of, and the schema that says so.</summary>
    public static TheoryData<string, Type> Types { get; } = new()
    {
        { "Order", typeof(OrderView) },
        { "OrderLine", typeof(OrderLineView) },
        { "LineException", typeof(LineException) },
        { "Shipment", typeof(ShipmentView) },
        { "ShipmentLine", typeof(ShipmentLineView) },
        { "ActionRequest", typeof(ActionRequest) },
        { "TimelineEntry", typeof(TimelineEntry) },
        { "Decision", typeof(StoredDecision) },
        { "DecisionPart", typeof(SourcingDecision) },
        { "Assignment", typeof(Assignment) },
        { "UnassignedLine", typeof(UnassignedLine) },
        { "Cost", typeof(CostBreakdown) },
        { "CostTerm", typeof(CostTerm) },
        { "Parcel", typeof(ParcelRecord) },
        { "LineDecision", typeof(LineDecision) },
        { "Candidate", typeof(CandidateRecord) },
        { "Exclusion", typeof(Exclusion) },
        { "OtherCandidates", typeof(OtherCandidates) },
        { "Counterfactual", typeof(Counterfactual) },
        { "FallenRule", typeof(FallenRule) },
        { "ScarcityUse", typeof(ScarcityUse) },
        { "Search", typeof(SearchSummary) },
        { "ProfileSummary", typeof(ProfileView) },
        { "ProfileVersion", typeof(ProfileVersionView) },
        { "ProfileDiff", typeof(ProfileDiffView) },
        { "ProfileAction", typeof(ProfileActionRequest) },
        { "LintFinding", typeof(LintFinding) },
    };

    public static TheoryData<string, Type> Enums { get; } = new()
    {
        { "OrderState", typeof(OrderState) },
        { "LineState", typeof(LineState) },
        { "ShipmentState", typeof(ShipmentState) },
        { "ShipmentAction", typeof(ShipmentAction) },
        { "ProfileState", typeof(ProfileState) },
        { "LintSeverity", typeof(LintSeverity) },
        { "UnassignedReason", typeof(UnassignedReason) },
    };

    [Fact]
    public void Every_function_is_described_and_nothing_else()
    {
        var functions = HttpFunctionList.All()
            .SelectMany(function => function.Trigger.Methods, (function, method) => $"{method.ToUpperInvariant()} /{function.Trigger.Route} {function.Name}");

        Assert.Equal(functions.Order(StringComparer.Ordinal), Operations().Select(one => $"{one.Method} {one.Path} {one.Id}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_says_who_may_call_it()
    {
        var allowed = HttpFunctionList.All().ToDictionary(function => function.Name, function => function.Method.GetCustomAttribute<AllowAttribute>()!);

        Assert.All(Operations(), one => Assert.Equal(Words(allowed[one.Id].Roles), Roles(one.Body)));
        Assert.All(Operations(), one => Assert.Equal(allowed[one.Id].Anyone, one.Body.TryGetProperty("security", out _)));
        Assert.All(Operations(), one => Assert.Equal(allowed[one.Id].AlsoVisibleTo.Length > 0, one.Body.GetProperty("responses").TryGetProperty("403", out _)));
    }

    [Fact]
    public void Every_operation_names_what_stands_in_its_path()
    {
        Assert.All(Operations(), one => Assert.Equal(
            one.Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part[1..^1]).Order(StringComparer.Ordinal),
            Parameters(one.Body).Where(parameter => parameter.Text("in") == "path").Select(parameter => parameter.Text("name")).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_schema_has_the_members_of_its_type(string name, Type type)
    {
        var schema = Document.At("components", "schemas", name);
        var members = DomJson.Options.GetTypeInfo(type).Properties.Where(member => !member.IsExtensionData).ToList();

        Assert.Equal(members.Select(member => member.Name).Order(StringComparer.Ordinal), schema.GetProperty("properties").Names());
        Assert.Equal(
            members.Where(member => member.IsRequired || IsParameter(type, member.Name)).Select(member => member.Name).Order(StringComparer.Ordinal),
            schema.TryGetProperty("required", out var required) ? required.Texts() : []);
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void An_enumeration_has_the_words_of_its_type(string name, Type type)
    {
        Assert.Equal(
            Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName).Order(StringComparer.Ordinal),
            Document.At("components", "schemas", name, "enum").Texts());
    }

    [Fact]
    public void The_other_place_for_a_key_is_the_middlewares()
    {
        Assert.Equal(AccessMiddleware.KeyHeader, Document.Text("components", "securitySchemes", "clientKeyHeader", "name"));
    }

    [Fact]
    public async Task OpenApi_answers_with_the_document()
    {
        var answer = await new HttpCall().SendAsync(request => Task.FromResult(ApiFunctions.OpenApi(request)));

        Assert.Equal(200, answer.Status);
        Assert.True(JsonElement.DeepEquals(Document, answer.Json));
    }

    private static IEnumerable<(string Method, string Path, string Id, JsonElement Body)> Operations() =>
        from path in Document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (operation.Name.ToUpperInvariant(), path.Name, operation.Value.Text("operationId"), operation.Value);

    private static IEnumerable<JsonElement> Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Select(parameter => Document.At("components", "parameters", parameter.Text("$ref").Split('/')[^1]))
            : [];

    private static IEnumerable<string> Roles(JsonElement operation) => operation.TryGetProperty("x-roles", out var roles) ? roles.Texts() : [];

    private static IEnumerable<string> Words(IEnumerable<Role> roles) =>
        roles.Select(role => JsonNamingPolicy.CamelCase.ConvertName(role.ToString())).Order(StringComparer.Ordinal);

    /// <summary>Whether a member is a parameter of its record: those are always written.</summary>
    private static bool IsParameter(Type type, string member) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => string.Equals(parameter.Name, member, StringComparison.OrdinalIgnoreCase));
}
