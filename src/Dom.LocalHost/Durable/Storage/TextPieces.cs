namespace Dom.LocalHost.Durable.Storage;

/// <summary>Cuts long texts for storage.</summary>
internal static class TextPieces
{
    /// <summary>A text in pieces that together are the text; one empty piece for an empty text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxChars">Longest piece, in characters; at least 2.</param>
    public static List<string> Cut(string text, int maxChars)
    {
        var pieces = new List<string>();
        var start = 0;
        do
        {
            var length = Math.Min(maxChars, text.Length - start);

            // Half a surrogate pair would not survive UTF-8.
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }

            pieces.Add(start == 0 && length == text.Length ? text : text.Substring(start, length));
            start += length;
        }
        while (start < text.Length);

        return pieces;
    }
}
