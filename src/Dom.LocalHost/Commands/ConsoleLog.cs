using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Commands;

/// <summary>Logs of the local host, on standard error.</summary>
internal static class ConsoleLog
{
    /// <summary>Makes the loggers.</summary>
    /// <param name="least">The least of Dom's own messages that is shown.</param>
    public static ILoggerFactory Create(LogLevel least) => LoggerFactory.Create(logging =>
    {
        logging.SetMinimumLevel(least > LogLevel.Warning ? least : LogLevel.Warning);
        // What keeps a listener from starting is said once, by the command.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        logging.AddFilter("Dom", least);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = CultureInfo.InvariantCulture.DateTimeFormat.LongTimePattern + " ";
        });
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace);
    });
}
