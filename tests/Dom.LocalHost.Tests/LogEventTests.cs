using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Dom.LocalHost.Running;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Tests;

/// <summary>Holds the log events of the code against docs/logging.md.</summary>
public sealed class LogEventTests
{
    private static readonly List<LoggerMessageAttribute> Events =
    [
        .. typeof(DomHost).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>(),
    ];

    [Fact]
    public void Every_log_event_has_an_id_of_its_own()
    {
        var twice = Events.GroupBy(item => item.EventId).Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.NotEmpty(Events);
        Assert.Empty(twice);
    }

    [Fact]
    public void The_page_lists_every_log_event_and_no_other()
    {
        var listed = File.ReadAllLines(Page()).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]));

        var expected = Events.OrderBy(item => item.EventId)
            .Select(item => string.Create(CultureInfo.InvariantCulture, $"| {item.EventId} | {item.Level} | {item.Message} |"));

        Assert.Equal(expected, listed);
    }

    private static string Page([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "docs", "logging.md");
}
