namespace Dom.LocalHost.Broker;

/// <summary>A queue, or a topic with its subscriptions, as the namespace declares it.</summary>
/// <param name="Name">Letters, digits, dots, dashes and underscores, at most 260; case does not matter.</param>
internal sealed record BrokerEntity(string Name)
{
    /// <summary>The subscriptions of a topic; null for a queue. A topic without any drops what is sent to it.</summary>
    public IReadOnlyList<string>? Subscriptions { get; init; }

    /// <summary>How long a receiver holds a message. Default 1 min, allowed 1 s to 5 min.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Deliveries before a message is dead-lettered. Default 10, at least 1.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>How long a message id is remembered; null turns duplicate detection off. Default 10 min, allowed 20 s to 7 days.</summary>
    public TimeSpan? DuplicateDetectionWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest a message waits. Default 14 days, more than zero.</summary>
    public TimeSpan DefaultTimeToLive { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Whether a message that waited too long is dead-lettered rather than dropped. Default true.</summary>
    public bool DeadLetterOnExpiry { get; init; } = true;

    /// <summary>Checks the declaration.</summary>
    /// <exception cref="LocalHostException">A value is outside its range.</exception>
    public void Validate()
    {
        Require(IsName(Name), "Name", $"'{Name}'", "1 to 260 letters, digits, dots, dashes and underscores");
        foreach (var subscription in Subscriptions ?? [])
        {
            Require(IsName(subscription), "Subscriptions", $"'{subscription}'", "1 to 50 letters, digits, dots, dashes and underscores");
        }

        Require(
            LockDuration >= TimeSpan.FromSeconds(1) && LockDuration <= TimeSpan.FromMinutes(5),
            nameof(LockDuration), LockDuration, "00:00:01 to 00:05:00");
        Require(MaxDeliveryCount >= 1, nameof(MaxDeliveryCount), MaxDeliveryCount, "1 or more");
        Require(
            DuplicateDetectionWindow is not { } window || (window >= TimeSpan.FromSeconds(20) && window <= TimeSpan.FromDays(7)),
            nameof(DuplicateDetectionWindow), DuplicateDetectionWindow, "00:00:20 to 7.00:00:00, or none");
        Require(DefaultTimeToLive > TimeSpan.Zero, nameof(DefaultTimeToLive), DefaultTimeToLive, "more than 00:00:00");
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 260 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private void Require(bool holds, string property, object? value, string allowed)
    {
        if (!holds)
        {
            throw new LocalHostException(FormattableString.Invariant(
                $"Service Bus entity '{Name}': {property} is {value}; allowed is {allowed}."));
        }
    }
}
