using Dom.LocalHost.Durable.History;

namespace Dom.LocalHost.Durable.Storage;

/// <summary>A change of one instance that happens as a whole or not at all.</summary>
/// <param name="Row">The instance's row after the change.</param>
/// <param name="Parts">Which payloads of the row differ from what is stored; the others are left as they are.</param>
/// <param name="Expected">The row's version before the change; null when there must be no row.</param>
internal sealed record HistoryWrite(InstanceRow Row, PayloadParts Parts, string? Expected)
{
    /// <summary>Rows that come; with <see cref="Deleted"/> at most <see cref="MaxRows"/>.</summary>
    public IReadOnlyList<StoredRow> Added { get; init; } = [];

    /// <summary>Keys of rows that go; one that is gone already does no harm.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>Rows that one change may add and delete: an entity group transaction's 100, less the instance's own.</summary>
    public const int MaxRows = 99;
}
