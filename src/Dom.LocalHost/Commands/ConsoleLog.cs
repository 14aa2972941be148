using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Commands;

/// <summary>Logs of the local host, on standard error.</summary>
internal static class ConsoleLog
{
    /// <summary>Makes the loggers.</summary>
    /// <param name="isVerbose">Whether Dom's own information is shown, or warnings only.</param>
    public static ILoggerFactory Create(bool isVerbose) => LoggerFactory.Create(logging =>
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        // What keeps a listener from starting is said once, by the command.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        logging.AddFilter("Dom", isVerbose ? LogLevel.Information : LogLevel.Warning);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = CultureInfo.InvariantCulture.DateTimeFormat.LongTimePattern + " ";
        });
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace);
    });
}
