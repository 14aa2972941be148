using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Dom.Core.Solving.Files;

/// <summary>Writes a CSV file with a header in UTF-8 by RFC 4180, lines ending with LF.</summary>
internal sealed class CsvWriter : IDisposable
{
    // The longest number: a double in its shortest round-trip form, or a 64-bit integer.
    private const int MostNumberBytes = 32;
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">The file, which stays open.</param>
    /// <param name="columns">The names of its columns.</param>
    public CsvWriter(Stream stream, IEnumerable<string> columns)
    {
        _stream = stream;
        foreach (var column in columns)
        {
            Text(column);
        }

        EndRow();
    }

    /// <summary>A text as a field holds it: in quotes where it needs them.</summary>
    /// <param name="text">The text.</param>
    public static byte[] Encode(string text) =>
        Encoding.UTF8.GetBytes(text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);

    /// <summary>Writes a text as the row's next field.</summary>
    /// <param name="text">The text.</param>
    public void Text(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _buffer.Length - 1 || text.AsSpan().ContainsAny(",\"\r\n"))
        {
            Encoded(Encode(text));
            return;
        }

        Reserve(most + 1);
        _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
        EndField();
    }

    /// <summary>Writes what <see cref="Encode"/> gave as the row's next field.</summary>
    /// <param name="field">The field's bytes.</param>
    public void Encoded(ReadOnlySpan<byte> field)
    {
        if (field.Length + 1 > _buffer.Length)
        {
            Flush();
            _stream.Write(field);
            EndField();
            return;
        }

        Reserve(field.Length + 1);
        field.CopyTo(_buffer.AsSpan(_used));
        _used += field.Length;
        EndField();
    }

    /// <summary>Writes a whole number as the row's next field.</summary>
    /// <param name="number">The number.</param>
    public void Number(long number)
    {
        Reserve(MostNumberBytes + 1);
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_used), out var written);
        _used += written;
        EndField();
    }

    /// <summary>Writes a whole number, or an empty field for the one that stands for no limit.</summary>
    /// <param name="number">The number.</param>
    /// <param name="none">The number that stands for no limit.</param>
    public void NumberOr(long number, long none)
    {
        if (number == none)
        {
            Encoded([]);
        }
        else
        {
            Number(number);
        }
    }

    /// <summary>Writes a decimal number as the row's next field, in the shortest form that gives the same number again.</summary>
    /// <param name="number">The number.</param>
    public void Number(double number)
    {
        Reserve(MostNumberBytes + 1);
        number.TryFormat(_buffer.AsSpan(_used), out var written, "R", CultureInfo.InvariantCulture);
        _used += written;
        EndField();
    }

    /// <summary>Writes a decimal number, or an empty field for the one that stands for no limit.</summary>
    /// <param name="number">The number.</param>
    /// <param name="none">The number that stands for no limit.</param>
    public void NumberOr(double number, double none)
    {
        if (number.Equals(none))
        {
            Encoded([]);
        }
        else
        {
            Number(number);
        }
    }

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">Which.</param>
    public void Truth(bool value) => Encoded(value ? "true"u8 : "false"u8);

    /// <summary>Ends a row.</summary>
    public void EndRow() => _buffer[_used - 1] = (byte)'\n';

    /// <summary>Writes out what is not yet written; the stream stays open.</summary>
    public void Dispose() => Flush();

    // Leaves the separator in the buffer, where the row's end replaces it.
    private void EndField()
    {
        _buffer[_used++] = (byte)',';
    }

    private void Reserve(int bytes)
    {
        if (_used + bytes > _buffer.Length)
        {
            Flush();
        }
    }

    private void Flush()
    {
        _stream.Write(_buffer.AsSpan(0, _used));
        _used = 0;
    }
}
