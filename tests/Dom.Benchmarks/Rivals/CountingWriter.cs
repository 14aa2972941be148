using System.Text;

namespace Dom.Benchmarks.Rivals;

/// <summary>Counts what is written, and forgets it.</summary>
internal sealed class CountingWriter : TextWriter
{
    /// <summary>How many characters were written.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Count++;

    /// <inheritdoc/>
    public override void Write(string? value) => Count += value?.Length ?? 0;
}
