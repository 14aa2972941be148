using Dom.LocalHost.Durable.History;

namespace Dom.LocalHost.Durable.Storage;

/// <summary>An instance as it was read.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Version">The row's version; a write must name it.</param>
/// <param name="Rows">Its other rows by key, in order; empty where they were not asked for.</param>
internal sealed record StoredInstance(InstanceRow Row, string Version, IReadOnlyList<StoredRow> Rows);
