using System.Runtime.CompilerServices;

namespace Dom.Core.Solving.Files;

/// <summary>
/// Splits a stream of UTF-8 into records and fields by RFC 4180; lines end with CRLF or LF, and a byte order mark and empty lines are passed over.
/// Keeps one record at a time and makes no garbage.
/// </summary>
internal sealed class CsvReader(Stream stream)
{
    /// <summary>The longest record, in bytes.</summary>
    public const int MostBytes = 1 << 20;

    private const byte Comma = (byte)',';
    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private readonly byte[] _buffer = new byte[MostBytes];
    private (int Start, int End)[] _fields = new (int, int)[8];
    private bool _hasEscapes;
    private int _end;
    private bool _isAtEnd;
    private bool _hasBegun;
    private int _next;
    private int _nextLine = 1;

    /// <summary>What is wrong with how the record is quoted, as what is allowed instead; none where nothing is.</summary>
    public string? QuoteFault { get; private set; }

    /// <summary>The field that <see cref="QuoteFault"/> is about; -1 for the whole record.</summary>
    public int QuoteFaultField { get; private set; }

    /// <summary>Whether reading had to stop within a record: a quote is left open, or the record is too long.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The line where the record begins, counted from 1.</summary>
    public int Line { get; private set; }

    /// <summary>How many fields the record has.</summary>
    public int FieldCount { get; private set; }

    /// <summary>A field without its quotes; valid until the next record.</summary>
    /// <param name="field">Its index.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Field(int field)
    {
        var (start, end) = _fields[field];
        return _buffer.AsSpan(start, end - start);
    }

    /// <summary>Goes to the next record.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Read()
    {
        if (!_hasBegun)
        {
            Begin();
        }

        while (!IsBroken && HasMore())
        {
            Line = _nextLine;
            if (TrySplit())
            {
                if (FieldCount == 1 && IsEmptyLine())
                {
                    continue;
                }

                if (_hasEscapes)
                {
                    Unescape();
                }

                return true;
            }

            if (!Fill())
            {
                Break();
                return true;
            }
        }

        return false;
    }

    private bool HasMore() => _next < _end || (Fill() && _next < _end);

    private bool IsEmptyLine()
    {
        var (start, end) = _fields[0];
        return start == end && !IsQuoted(start);
    }

    private bool IsQuoted(int start) => start > 0 && _buffer[start - 1] == Quote;

    private void Break()
    {
        IsBroken = true;
        QuoteFault = _isAtEnd ? "a closing quote for each opening one" : FormattableString.Invariant($"a record of at most {MostBytes} bytes; is a quote left open?");
        QuoteFaultField = -1;
        (_fields[0], FieldCount) = ((_next, _end), 1);
    }

    private void Begin()
    {
        _hasBegun = true;
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
        {
            _next = 3;
        }
    }

    // Keeps what is not yet split, and reads on behind it. False where nothing more comes, or the record fills the buffer.
    private bool Fill()
    {
        if (_isAtEnd)
        {
            return false;
        }

        _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
        _end -= _next;
        _next = 0;
        if (_end == _buffer.Length)
        {
            return false;
        }

        var read = stream.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
        _isAtEnd = _end + read < _buffer.Length;
        _end += read;
        return true;
    }

    // Finds the record's fields without changing a byte, so that it can begin again when more is read.
    private bool TrySplit()
    {
        (FieldCount, _hasEscapes, QuoteFault) = (0, false, null);
        var (at, line) = (_next, _nextLine);
        while (true)
        {
            var start = at;
            if (at < _end && _buffer[at] == Quote)
            {
                var closing = FindClosingQuote(at + 1, ref line);
                if (closing < 0)
                {
                    Note(start, start);
                    return false;
                }

                at = closing + 1;
                Note(start + 1, closing);
                if (!TrySkipToFieldEnd(ref at, FieldCount - 1))
                {
                    return false;
                }
            }
            else
            {
                if (!TryFindFieldEnd(ref at))
                {
                    return false;
                }

                var isLast = at == _end || _buffer[at] == LineFeed;
                Note(start, isLast && at > start && _buffer[at - 1] == CarriageReturn ? at - 1 : at);
            }

            if (at == _end || _buffer[at] == LineFeed)
            {
                _next = Math.Min(_end, at + 1);
                _nextLine = line + 1;
                return true;
            }

            at++;
        }
    }

    // The end of a field that is not quoted: a comma, the end of the line, or the end of the file. A quote within it is a fault, and part of it.
    private bool TryFindFieldEnd(ref int at)
    {
        while (true)
        {
            var length = _buffer.AsSpan(at, _end - at).IndexOfAny(Comma, LineFeed, Quote);
            if (length < 0)
            {
                at = _end;
                return _isAtEnd;
            }

            at += length;
            if (_buffer[at] != Quote)
            {
                return true;
            }

            NoteFault(FieldCount, "a field in quotes, each quote within it doubled");
            at++;
        }
    }

    // What stands between a closing quote and the end of its field can only be the carriage return of the line's end.
    private bool TrySkipToFieldEnd(ref int at, int field)
    {
        var start = at;
        while (at < _end && _buffer[at] != Comma && _buffer[at] != LineFeed)
        {
            at++;
        }

        if (at == _end && !_isAtEnd)
        {
            return false;
        }

        var isLineEnd = at == _end || _buffer[at] == LineFeed;
        if (at > start && !(isLineEnd && at == start + 1 && _buffer[start] == CarriageReturn))
        {
            NoteFault(field, "a field that ends with its closing quote");
        }

        return true;
    }

    private int FindClosingQuote(int at, ref int line)
    {
        while (true)
        {
            var length = _buffer.AsSpan(at, _end - at).IndexOf(Quote);
            if (length < 0)
            {
                return -1;
            }

            line += _buffer.AsSpan(at, length).Count(LineFeed);
            at += length;
            if (at + 1 == _end && !_isAtEnd)
            {
                return -1;
            }

            if (at + 1 == _end || _buffer[at + 1] != Quote)
            {
                return at;
            }

            _hasEscapes = true;
            at += 2;
        }
    }

    private void Note(int start, int end)
    {
        if (FieldCount == _fields.Length)
        {
            Array.Resize(ref _fields, 2 * FieldCount);
        }

        _fields[FieldCount++] = (start, end);
    }

    private void NoteFault(int field, string allowed)
    {
        if (QuoteFault is null)
        {
            (QuoteFault, QuoteFaultField) = (allowed, field);
        }
    }

    private void Unescape()
    {
        for (var field = 0; field < FieldCount; field++)
        {
            var (start, end) = _fields[field];
            if (!IsQuoted(start))
            {
                continue;
            }

            var to = start;
            for (var from = start; from < end; from++)
            {
                _buffer[to++] = _buffer[from];
                if (_buffer[from] == Quote)
                {
                    from++;
                }
            }

            _fields[field] = (start, to);
        }
    }
}
