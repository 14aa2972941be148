using System.Buffers;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>A request's body in a pooled buffer: written once, sent as often as the request is tried, then given
/// back.</summary>
internal sealed class PooledContent : RequestContent, IBufferWriter<byte>
{
    private const int FirstSize = 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _length;

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_length);
    }

    /// <inheritdoc/>
    public override void WriteTo(Stream stream, CancellationToken cancellation) => stream.Write(_buffer, 0, _length);

    /// <inheritdoc/>
    public override async Task WriteToAsync(Stream stream, CancellationToken cancellation) =>
        await stream.WriteAsync(_buffer.AsMemory(0, _length), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Reserve(int sizeHint)
    {
        var needed = _length + Math.Max(sizeHint, 1);
        if (needed <= _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * _buffer.Length));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
