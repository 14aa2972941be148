using System.Text;

namespace Dom.Core.Tests.TestKit;

/// <summary>Files in memory.</summary>
internal sealed class MemoryFolder
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _files.Keys;

    public MemoryFolder With(string name, string text) => With(name, Encoding.UTF8.GetBytes(text));

    public MemoryFolder With(string name, byte[] bytes)
    {
        _files[name] = bytes;
        return this;
    }

    public MemoryFolder Without(string name)
    {
        _files.Remove(name);
        return this;
    }

    public MemoryFolder Replace(string name, string old, string text)
    {
        Assert.Contains(old, Text(name), StringComparison.Ordinal);
        return With(name, Text(name).Replace(old, text, StringComparison.Ordinal));
    }

    public byte[] Bytes(string name) => _files[name];

    public string Text(string name) => Encoding.UTF8.GetString(_files[name]);

    public Stream? Open(string name) => _files.TryGetValue(name, out var bytes) ? new MemoryStream(bytes) : null;

    public Stream Create(string name) => new KeptStream(this, name);

    private sealed class KeptStream(MemoryFolder folder, string name) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            folder._files[name] = ToArray();
            base.Dispose(disposing);
        }
    }
}
