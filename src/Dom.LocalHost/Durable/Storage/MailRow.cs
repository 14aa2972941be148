namespace Dom.LocalHost.Durable.Storage;

/// <summary>An inbox or outbox row with the instance it belongs to.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Key">The row's key.</param>
/// <param name="Text">A list of events as JSON.</param>
internal sealed record MailRow(string InstanceId, string Key, string Text);
