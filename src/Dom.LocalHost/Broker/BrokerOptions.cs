using Azure.Core.Pipeline;

namespace Dom.LocalHost.Broker;

/// <summary>Where a broker keeps its messages, and how it looks for them.</summary>
internal sealed record BrokerOptions
{
    /// <summary>Connection string of the storage account, with a queue and a table endpoint.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>What the names of the broker's storage queues and of its table start with: 1 to 8 lower-case letters and digits,
    /// a letter first. Default <c>sb</c>.</summary>
    public string Prefix { get; init; } = "sb";

    /// <summary>How often an idle receiver looks for messages that no signal announces: those whose receiver's process was
    /// killed. Default 5 s, more than zero.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often queues forget what has expired although nobody receives from them. Default 1 min, more than zero.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Carries the requests to storage; null is Azure.Core's own.</summary>
    public HttpPipelineTransport? Transport { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="LocalHostException">A value is outside its range.</exception>
    public void Validate()
    {
        if (Prefix.Length is 0 or > 8 || !char.IsAsciiLetterLower(Prefix[0])
            || !Prefix.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
        {
            throw new LocalHostException(
                $"The broker's prefix '{Prefix}' cannot be used: allowed are 1 to 8 lower-case letters and digits, a letter first.");
        }

        CheckInterval("poll interval", PollInterval);
        CheckInterval("sweep interval", SweepInterval);
    }

    private static void CheckInterval(string name, TimeSpan interval)
    {
        if (interval <= TimeSpan.Zero)
        {
            throw new LocalHostException($"The broker's {name} is {interval}; allowed is more than 00:00:00.");
        }
    }
}
