namespace Dom.LocalHost.Durable.Engine;

/// <summary>A stored outbox row to be delivered and then deleted.</summary>
/// <param name="SenderId">The sender's instance id.</param>
/// <param name="Key">The row's key.</param>
/// <param name="Items">What it holds, in order.</param>
internal sealed record OutboxDelivery(string SenderId, string Key, IReadOnlyList<OutboxItem> Items);
