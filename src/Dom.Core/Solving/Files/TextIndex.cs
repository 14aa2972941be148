using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dom.Core.Solving.Files;

/// <summary>Numbers texts from 0 in the order in which they are added. Keeps their UTF-8 bytes together: a text found again makes no garbage.</summary>
internal sealed class TextIndex
{
    private byte[] _bytes = new byte[256];
    private int[] _ends = new int[16];
    private uint[] _hashes = new uint[16];
    private int[] _buckets = new int[32];

    /// <summary>How many texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>The index of texts that are numbered already.</summary>
    /// <param name="texts">The texts, all different.</param>
    public static TextIndex Of(IEnumerable<string> texts)
    {
        var index = new TextIndex();
        foreach (var text in texts)
        {
            index.Add(Encoding.UTF8.GetBytes(text));
        }

        return index;
    }

    /// <summary>The number of a text; -1 where it has none.</summary>
    /// <param name="text">The text as UTF-8.</param>
    public int Find(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        return _buckets[FindBucket(text, hash)] - 1;
    }

    /// <summary>The number of a text, which is <see cref="Count"/> as it was before where the text is new.</summary>
    /// <param name="text">The text as UTF-8.</param>
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var bucket = FindBucket(text, hash);
        if (_buckets[bucket] > 0)
        {
            return _buckets[bucket] - 1;
        }

        var start = Start(Count);
        Grow(start + text.Length);
        text.CopyTo(_bytes.AsSpan(start));
        (_ends[Count], _hashes[Count]) = (start + text.Length, hash);
        _buckets[bucket] = ++Count;
        if (2 * Count > _buckets.Length)
        {
            Rehash();
        }

        return Count - 1;
    }

    /// <summary>Whether a text is the one of a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="text">The text as UTF-8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(int number, ReadOnlySpan<byte> text) => Bytes(number).SequenceEqual(text);

    /// <summary>The text of a number, as UTF-8.</summary>
    /// <param name="number">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Bytes(int number)
    {
        var start = Start(number);
        return _bytes.AsSpan(start, _ends[number] - start);
    }

    /// <summary>The texts, by their numbers.</summary>
    public string[] ToStrings()
    {
        var strings = new string[Count];
        for (var number = 0; number < Count; number++)
        {
            strings[number] = Encoding.UTF8.GetString(Bytes(number));
        }

        return strings;
    }

    // Eight bytes a step, mixed by multiplying. What is hashed comes from the caller's own files, so no seed is needed against chosen collisions.
    private static uint Hash(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            const ulong Odd = 0x9E37_79B9_7F4A_7C15;
            var hash = (ulong)text.Length * Odd;
            while (text.Length >= sizeof(ulong))
            {
                hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
                text = text[sizeof(ulong)..];
            }

            var rest = 0UL;
            foreach (var value in text)
            {
                rest = (rest << 8) | value;
            }

            hash = Mix(hash ^ rest);
            return (uint)(hash >> 32);

            static ulong Mix(ulong value)
            {
                value *= Odd;
                return BitOperations.RotateLeft(value, 29) ^ (value >> 32);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Start(int number) => number == 0 ? 0 : _ends[number - 1];

    private int FindBucket(ReadOnlySpan<byte> text, uint hash)
    {
        var mask = _buckets.Length - 1;
        var bucket = (int)(hash & (uint)mask);
        while (_buckets[bucket] > 0)
        {
            var number = _buckets[bucket] - 1;
            if (_hashes[number] == hash && Is(number, text))
            {
                break;
            }

            bucket = (bucket + 1) & mask;
        }

        return bucket;
    }

    private void Grow(int bytes)
    {
        if (bytes > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(bytes, 2 * _bytes.Length));
        }

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, 2 * Count);
            Array.Resize(ref _hashes, 2 * Count);
        }
    }

    private void Rehash()
    {
        _buckets = new int[2 * _buckets.Length];
        var mask = _buckets.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var bucket = (int)(_hashes[number] & (uint)mask);
            while (_buckets[bucket] > 0)
            {
                bucket = (bucket + 1) & mask;
            }

            _buckets[bucket] = number + 1;
        }
    }
}
