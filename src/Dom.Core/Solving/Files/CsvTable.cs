using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Dom.Core.Solving.Files;

/// <summary>A CSV file with a header: rows whose fields are known by column, in whatever order the file has them. What is wrong becomes a fault.</summary>
internal sealed class CsvTable : IDisposable
{
    private readonly Stream _stream;
    private readonly CsvReader _reader;
    private readonly string[] _columns;
    private readonly FaultList _faults;
    private int[] _fields = [];

    private CsvTable(string name, Stream stream, string[] columns, FaultList faults)
    {
        Name = name;
        _stream = stream;
        _reader = new CsvReader(stream);
        _columns = columns;
        _faults = faults;
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The line where the row begins.</summary>
    public int Line => _reader.Line;

    /// <summary>Whether no row so far had to be passed over.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Whether the row has a fault that was noted since it was read.</summary>
    public bool HasFault { get; private set; }

    /// <summary>Opens a table.</summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="columns">The columns that it must have, and no others.</param>
    /// <param name="faults">Takes the faults.</param>
    /// <returns>The table before its first row; none where the file or one of its columns is missing.</returns>
    public static CsvTable? Open(OpenFile open, string name, string[] columns, FaultList faults)
    {
        if (open(name) is not { } stream)
        {
            faults.Add(new FileFault(name, 0, "", null, $"a file with the columns {string.Join(", ", columns)}"));
            return null;
        }

        var table = new CsvTable(name, stream, columns, faults);
        if (table.TryReadHeader())
        {
            return table;
        }

        table.Dispose();
        return null;
    }

    /// <summary>As many rows as a file can have: its lines but the first. It has fewer where lines are empty, or fields go on over several.</summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="name">The file's name.</param>
    public static int MostRows(OpenFile open, string name)
    {
        using var stream = open(name);
        if (stream is null)
        {
            return 0;
        }

        var buffer = new byte[1 << 16];
        var (rows, last) = (-1L, (byte)'\n');
        for (int read; (read = stream.Read(buffer)) > 0; last = buffer[read - 1])
        {
            rows += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        return (int)Math.Clamp(last == '\n' ? rows : rows + 1, 0, Array.MaxLength);
    }

    /// <summary>Goes to the next row that has as many fields as there are columns.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        while (_reader.Read())
        {
            HasFault = false;
            if (_reader.QuoteFault is { } allowed)
            {
                AddQuoteFault(allowed);
            }

            if (_reader.IsBroken)
            {
                break;
            }

            if (_reader.FieldCount == _columns.Length)
            {
                return true;
            }

            IsComplete = false;
            AddFault("", Count(_reader.FieldCount), $"{Count(_columns.Length)}, as in the header");
        }

        IsComplete &= !_reader.IsBroken;
        return false;
    }

    /// <summary>A field; valid until the next row.</summary>
    /// <param name="column">The column's index.</param>
    public ReadOnlySpan<byte> Text(int column) => _reader.Field(_fields[column]);

    /// <summary>A field that names something: not empty, and UTF-8.</summary>
    /// <param name="column">The column's index.</param>
    public ReadOnlySpan<byte> Id(int column)
    {
        var text = Text(column);
        if (text.IsEmpty || !Utf8.IsValid(text))
        {
            AddFault(column, text.IsEmpty ? "a text that is not empty" : "text in UTF-8");
        }

        return text;
    }

    /// <summary>A field that is a whole number; the least one allowed, and a fault, where it is not.</summary>
    /// <param name="column">The column's index.</param>
    /// <param name="least">The least number allowed.</param>
    /// <param name="most">The greatest number allowed.</param>
    public long Whole(int column, long least = 0, long most = int.MaxValue)
    {
        var text = Text(column);
        if (Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length && number >= least && number <= most && text[0] != '+')
        {
            return number;
        }

        AddFault(column, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return least;
    }

    /// <summary>A field that is a whole number from 0, or empty.</summary>
    /// <param name="column">The column's index.</param>
    /// <param name="whenEmpty">What an empty field stands for.</param>
    /// <param name="most">The greatest number allowed.</param>
    public long WholeOr(int column, long whenEmpty, long most = int.MaxValue) => Text(column).IsEmpty ? whenEmpty : Whole(column, 0, most);

    /// <summary>A field that is a decimal number; the least one allowed, and a fault, where it is not.</summary>
    /// <param name="column">The column's index.</param>
    /// <param name="least">The least number allowed.</param>
    /// <param name="most">The greatest number allowed.</param>
    public double Decimal(int column, double least, double most)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(Text(column), Style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            // A negative zero would be another number to a comparison of bits.
            return number == 0 ? 0 : number;
        }

        AddFault(column, string.Create(CultureInfo.InvariantCulture, $"a number {(most < double.MaxValue ? $"from {least} to {most}" : "of 0 or more")}"));
        return least;
    }

    /// <summary>A field that is a distance; infinity where it is empty.</summary>
    /// <param name="column">The column's index.</param>
    public double Kilometres(int column) => Text(column).IsEmpty ? double.PositiveInfinity : Decimal(column, 0, double.MaxValue);

    /// <summary>A field that is <c>true</c> or <c>false</c>.</summary>
    /// <param name="column">The column's index.</param>
    public bool Truth(int column)
    {
        var text = Text(column);
        if (!text.SequenceEqual("true"u8) && !text.SequenceEqual("false"u8))
        {
            AddFault(column, "true or false");
        }

        return text.SequenceEqual("true"u8);
    }

    /// <summary>Notes that a field of the row is not allowed.</summary>
    /// <param name="column">The column's index.</param>
    /// <param name="allowed">What is allowed, as the end of the sentence "allowed is …".</param>
    public void AddFault(int column, string allowed)
    {
        // A field whose quotes are wrong is not read wrongly a second time.
        if (_reader.QuoteFault is null || _reader.QuoteFaultField != _fields[column])
        {
            AddFault(_columns[column], FileFault.Show(Text(column)), allowed);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _stream.Dispose();

    private static string Count(int fields) => fields == 1 ? "1 field" : string.Create(CultureInfo.InvariantCulture, $"{fields} fields");

    private void AddFault(string column, string? value, string allowed)
    {
        HasFault = true;
        _faults.Add(new FileFault(Name, Line, column, value, allowed));
    }

    private void AddQuoteFault(string allowed)
    {
        var column = Array.IndexOf(_fields, _reader.QuoteFaultField);
        AddFault(column < 0 ? "" : _columns[column], FileFault.Show(_reader.Field(Math.Max(0, _reader.QuoteFaultField))), allowed);
    }

    private bool TryReadHeader()
    {
        if (!_reader.Read())
        {
            _faults.Add(new FileFault(Name, 1, "", null, $"a header with the columns {string.Join(", ", _columns)}"));
            return false;
        }

        if (_reader.QuoteFault is { } allowed)
        {
            AddQuoteFault(allowed);
            if (_reader.IsBroken)
            {
                return false;
            }
        }

        var names = Enumerable.Range(0, _reader.FieldCount).Select(field => Encoding.UTF8.GetString(_reader.Field(field))).ToArray();
        for (var field = 0; field < names.Length; field++)
        {
            if (!_columns.Contains(names[field]))
            {
                AddHeaderFault(names[field], $"only the columns {string.Join(", ", _columns)}");
            }
            else if (Array.IndexOf(names, names[field]) < field)
            {
                AddHeaderFault(names[field], "each column once");
            }
        }

        foreach (var missing in _columns.Except(names))
        {
            _faults.Add(new FileFault(Name, 1, missing, null, $"a header with the columns {string.Join(", ", _columns)}"));
        }

        _fields = [.. _columns.Select(column => Array.IndexOf(names, column))];
        return names.Length == _columns.Length && !HasFault;
    }

    private void AddHeaderFault(string name, string allowed)
    {
        var shown = FileFault.Show(Encoding.UTF8.GetBytes(name));
        AddFault(shown, shown, allowed);
    }
}
