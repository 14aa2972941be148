namespace Dom.LocalHost.Broker;

/// <summary>A message as the storage queue hands it out.</summary>
/// <param name="Id">The storage queue's id of it.</param>
/// <param name="PopReceipt">What changing or deleting it needs; new after every change.</param>
/// <param name="DequeueCount">How often it was handed out, this time included.</param>
/// <param name="Text">Its text, at most 64 KiB.</param>
internal sealed record QueueStorageMessage(string Id, string PopReceipt, int DequeueCount, string Text);
