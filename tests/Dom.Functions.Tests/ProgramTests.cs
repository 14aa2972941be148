using System.Text.RegularExpressions;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Microsoft.Extensions.Hosting;

namespace Dom.Functions.Tests;

/// <summary>What only the real packages compile: how the app is put together.</summary>
public sealed class ProgramTests
{
    private static readonly string Program = Repository.Read("src/Dom.Functions/Program.cs");

    [Fact]
    public void Middleware_stands_around_HTTP_functions_only()
    {
        Assert.Matches(@"UseWhen<AccessMiddleware>\(context => context\.GetHttpContext\(\) is not null\)", Program);
        Assert.DoesNotContain("UseMiddleware", Program, StringComparison.Ordinal);
    }

    [Fact]
    public void Middleware_comes_after_what_attaches_the_request()
    {
        Assert.InRange(
            Program.IndexOf("ConfigureFunctionsWebApplication", StringComparison.Ordinal), 0, Program.IndexOf("UseWhen", StringComparison.Ordinal));
    }

    [Fact]
    public void Tables_are_made_before_the_worker_takes_messages()
    {
        Assert.True(typeof(IHostedLifecycleService).IsAssignableFrom(typeof(TableCreation)));
    }

    [Fact]
    public void There_is_one_serializer()
    {
        Assert.Single(Regex.Matches(Program, @"\bnew JsonObjectSerializer\(DomJson\.Options\)"));
        Assert.Single(Regex.Matches(Program, "WorkerOptions"));
    }
}
