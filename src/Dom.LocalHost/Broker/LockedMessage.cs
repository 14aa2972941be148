namespace Dom.LocalHost.Broker;

/// <summary>A message that a receiver holds until it settles it or the lock runs out.</summary>
/// <param name="Message">The message.</param>
/// <param name="LockToken">What settling it needs.</param>
/// <param name="LockedUntil">When the lock runs out, UTC.</param>
/// <param name="DeliveryCount">How often it was delivered, this time included.</param>
internal sealed record LockedMessage(BrokerMessage Message, Guid LockToken, DateTimeOffset LockedUntil, int DeliveryCount);
