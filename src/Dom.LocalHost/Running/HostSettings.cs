using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Azure.Data.Tables;
using Dom.Functions;
using Dom.LocalHost.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace Dom.LocalHost.Running;

/// <summary>The settings of the app on this machine, checked before anything is started.</summary>
internal static class HostSettings
{
    /// <summary>Name of the setting that holds a storage account's connection string, where Azurite is not wanted.</summary>
    public const string DataStorage = "DataStorage";

    /// <summary>Name of the setting that says how long the durable history of what has ended is kept.</summary>
    public const string LocalHistoryKeptFor = "LocalHistoryKeptFor";

    private static readonly TimeSpan ShortestHistory = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestHistory = TimeSpan.FromDays(365);

    private const string FileName = "local.settings.json";

    /// <summary>Reads the defaults, over them <c>local.settings.json</c> of the working folder, over it the
    /// environment.</summary>
    /// <exception cref="LocalHostException">A setting has a value that is not allowed.</exception>
    public static IConfigurationRoot Read()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Defaults())
            .AddInMemoryCollection(LocalSettings.Read(FileName))
            .AddEnvironmentVariables()
            .Build();
        CheckStorage(configuration[DataStorage]);
        _ = Options(configuration);
        _ = HistoryKeptFor(configuration);
        return configuration;
    }

    /// <summary>How long the durable history of what has ended is kept. Default 1 hour.</summary>
    /// <param name="configuration">The settings.</param>
    /// <exception cref="LocalHostException">The setting is no time, or not within 1 minute and 365 days.</exception>
    public static TimeSpan HistoryKeptFor(IConfiguration configuration)
    {
        if (configuration[LocalHistoryKeptFor] is not { Length: > 0 } text)
        {
            return TimeSpan.FromHours(1);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= ShortestHistory && time <= LongestHistory
            ? time
            : throw Wrong($"{LocalHistoryKeptFor} is '{text}'; allowed is 00:01:00 (a minute) to 365.00:00:00 (365 days).", null);
    }

    /// <summary>The app's options among the settings.</summary>
    /// <param name="configuration">The settings.</param>
    /// <exception cref="LocalHostException">An option has a value that is not allowed.</exception>
    public static DomOptions Options(IConfiguration configuration)
    {
        DomOptions options;
        try
        {
            options = configuration.Get<DomOptions>() ?? new DomOptions();
        }
        catch (InvalidOperationException wrong)
        {
            throw Wrong(wrong.Message, wrong);
        }

        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true)
            ? options
            : throw Wrong(string.Join(" ", faults.Select(fault => Sentence(fault, configuration))), null);
    }

    private static Dictionary<string, string?> Defaults()
    {
        var options = new DomOptions();
        return new()
        {
            [nameof(DomOptions.OrdersQueue)] = options.OrdersQueue,
            [nameof(DomOptions.FulfillmentEventsTopic)] = options.FulfillmentEventsTopic,
            [nameof(DomOptions.LearnPricesSchedule)] = options.LearnPricesSchedule,
            [nameof(DomOptions.SourceWaveSchedule)] = options.SourceWaveSchedule,
        };
    }

    private static void CheckStorage(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return;
        }

        try
        {
            _ = new TableServiceClient(connectionString);
        }
        catch (FormatException wrong)
        {
            // The value is a secret: it is not shown.
            throw Wrong($"{DataStorage} is no connection string of a storage account: {wrong.Message}", wrong);
        }
    }

    private static string Sentence(ValidationResult fault, IConfiguration configuration)
    {
        var name = fault.MemberNames.FirstOrDefault() ?? "";
        return $"{name} is '{configuration[name]}': {fault.ErrorMessage}";
    }

    private static LocalHostException Wrong(string what, Exception? inner) =>
        new($"{what} Mend it in {FileName} or in the environment, and start again.", inner);
}
