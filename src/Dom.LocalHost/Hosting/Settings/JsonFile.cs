using System.Text.Json;

namespace Dom.LocalHost.Hosting.Settings;

/// <summary>Settings files as JSON, comments and trailing commas allowed as in the real tools.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="LocalHostException">The file cannot be read or is no JSON object; the message has line and column.</exception>
    public static JsonDocument? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(File.ReadAllBytes(path).AsMemory().TrimBom(), Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw new LocalHostException($"{path}: the file must be a JSON object, but is a {document.RootElement.ValueKind}.");
        }
        catch (JsonException broken)
        {
            throw new LocalHostException(
                FormattableString.Invariant(
                    $"{path}, line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}: not JSON. {broken.Message}"),
                broken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new LocalHostException($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    private static ReadOnlyMemory<byte> TrimBom(this Memory<byte> bytes) =>
        bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
}
