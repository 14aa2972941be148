namespace Dom.LocalHost.Durable.Storage;

/// <summary>A row of an instance besides the one that says where it stands.</summary>
/// <param name="Key">Its key within the instance; see <see cref="RowKeys"/>.</param>
/// <param name="Text">JSON, or a piece of it, of at most <see cref="MaxChars"/> characters.</param>
/// <param name="Continues">True when the text goes on in the next row.</param>
internal sealed record StoredRow(string Key, string Text, bool Continues = false)
{
    /// <summary>
    /// Longest text of a row. Azurite measures an entity as sent, where a character can take six bytes: this stays below 1 MiB in any case.
    /// </summary>
    public const int MaxChars = 160_000;
}
