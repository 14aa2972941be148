namespace Dom.LocalHost.Durable.Storage;

/// <summary>A page of instances, in no particular order.</summary>
/// <param name="Instances">The instances, without their other rows.</param>
/// <param name="Continuation">Where the next page begins; null on the last one.</param>
internal sealed record InstancePage(IReadOnlyList<StoredInstance> Instances, string? Continuation);
