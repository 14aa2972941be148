using System.Reflection;
using System.Text.RegularExpressions;
using Dom.Functions.Fulfillment;
using Dom.Functions.Tests.TestKit;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Tests.Fulfillment;

/// <summary>What durable functions may bind and call: rules that Azure keeps without a word, or by failing an instance.</summary>
public sealed partial class DurableBindingTests
{
    private static readonly IReadOnlyList<MethodInfo> Functions =
    [
        .. typeof(FulfillOrder).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    [Fact]
    public void Triggers_and_clients_have_the_types_that_are_bound()
    {
        Assert.All(Bound<OrchestrationTriggerAttribute>(), parameter => Assert.Equal(typeof(TaskOrchestrationContext), parameter.ParameterType));
        Assert.All(Bound<DurableClientAttribute>(), parameter => Assert.Equal(typeof(DurableTaskClient), parameter.ParameterType));
    }

    [Fact]
    public void An_orchestrations_input_is_of_a_type_that_nothing_derives_from()
    {
        // Azure binds it only where the value read is of this very type.
        var inputs = Bound<OrchestrationTriggerAttribute>().SelectMany(trigger => ((MethodInfo)trigger.Member).GetParameters()).Where(parameter => parameter.Position > 0);

        Assert.All(inputs, input => Assert.True(input.ParameterType is { IsClass: true, IsSealed: true }, $"{input.Member.DeclaringType}.{input.Name}"));
    }

    [Fact]
    public void What_an_orchestration_awaits_is_what_the_function_returns()
    {
        var calls = Directory.EnumerateFiles(Repository.PathOf("src/Dom.Functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Call().Matches(File.ReadAllText(file)))
            .Select(call => (Function: call.Groups["function"].Value, Awaited: call.Groups["result"].Value))
            .ToList();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Equal(call.Awaited, ResultOf(Functions.Single(function => Name(function) == call.Function))));
    }

    [Fact]
    public void Functions_are_where_the_generators_find_them()
    {
        Assert.All(Functions, function => Assert.True(function.DeclaringType is { IsPublic: true, IsNested: false }, $"{function.DeclaringType}.{function.Name}"));
        Assert.All(Functions, function => Assert.Single(function.DeclaringType!.GetMethods(), other => other.Name == function.Name));
        Assert.Equal(Functions.Count, Functions.Select(Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Functions, function => Assert.Matches("^[A-Za-z][A-Za-z0-9_-]{0,127}$", Name(function)));
        Assert.All(Functions, function => Assert.False(function.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal), Name(function)));
    }

    [Fact]
    public void Names_that_histories_hold_are_still_there()
    {
        // What is under way replays on what is deployed next, and fails where a name is gone. A name leaves this list once nothing under way can hold it.
        string[] published =
        [
            "FulfillOrder", "SaveOrder", "SourceOrder", "RecordOrder", "RecallOffers",
            "FulfillShipment", "OfferShipment", "FollowShipment",
            "WatchWaiting", "WakeWaiting",
            "LearnPrices", "GatherDemand", "ListSkus", "GatherStock", "SolveDay", "AveragePrices", "WritePrices", "PublishPrices", "DropOldPrices",
            "SourceWave", "PlanWave", "MoveOrders",
        ];

        var durable = Bound<OrchestrationTriggerAttribute>().Concat(Bound<ActivityTriggerAttribute>()).Select(trigger => Name((MethodInfo)trigger.Member));

        Assert.Empty(published.Except(durable));
    }

    private static string Name(MethodInfo function) => function.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static string ResultOf(MethodInfo function) => !function.ReturnType.IsGenericType ? "" : function.ReturnType.GetGenericArguments()[0] switch
    {
        var result when result == typeof(int) => "int",
        var result when result == typeof(bool) => "bool",
        var result when result == typeof(string) => "string",
        var result => result.Name,
    };

    private static IEnumerable<ParameterInfo> Bound<T>()
        where T : Attribute => Functions.SelectMany(function => function.GetParameters()).Where(parameter => parameter.GetCustomAttribute<T>() is not null);

    [GeneratedRegex(@"\.Call(?:Activity|SubOrchestrator)Async(?:<(?<result>\w+)\??>)?\(\s*nameof\((?:\w+\.)?(?<function>\w+)\)")]
    private static partial Regex Call();
}
