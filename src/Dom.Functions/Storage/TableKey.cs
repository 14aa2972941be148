using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dom.Functions.Storage;

/// <summary>Writes any identifier as a table key: keys take no <c>/ \ # ? %</c>, and <c>|</c> and <c>~</c> are our own marks.</summary>
public static class TableKey
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/\\#?%|~");

    /// <summary>The key of a text; different texts have different keys.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Forbidden) < 0)
        {
            return text;
        }

        var key = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = Forbidden.Contains(c)
                ? key.Append('~').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture))
                : key.Append(c);
        }

        return key.ToString();
    }

    /// <summary>The text of a key.</summary>
    /// <param name="key">A key made by <see cref="Of"/>.</param>
    public static string TextOf(string key)
    {
        if (!key.Contains('~', StringComparison.Ordinal))
        {
            return key;
        }

        var text = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] == '~')
            {
                text.Append((char)int.Parse(key.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                text.Append(key[i]);
            }
        }

        return text.ToString();
    }
}
