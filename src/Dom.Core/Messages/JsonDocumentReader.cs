using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Dom.Core.Messages;

/// <summary>Opens a posted JSON text, and gathers everything that is wrong with it.</summary>
internal static class JsonDocumentReader
{
    /// <summary>Largest text, in bytes: 1 MiB.</summary>
    public const int MaxBytes = 1 << 20;

    private const int MaxDepth = 16;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a text.</summary>
    /// <typeparam name="T">What it says.</typeparam>
    /// <param name="utf8">The text, with or without a byte order mark.</param>
    /// <param name="read">Reads the root; what it returns counts only if it finds no fault.</param>
    public static Reading<T> Read<T>(ReadOnlyMemory<byte> utf8, Func<JsonField, T?> read)
        where T : class
    {
        var faults = new List<Fault>();
        using var document = Open(utf8, faults);
        var value = document is null ? null : read(new JsonField(document.RootElement, "", faults));
        return faults.Count > 0 ? new Reading<T>.Refused([.. faults])
            : new Reading<T>.Read(value ?? throw new InvalidOperationException($"Reading a {typeof(T).Name} gave neither a value nor a fault."));
    }

    private static JsonDocument? Open(ReadOnlyMemory<byte> utf8, List<Fault> faults)
    {
        if (utf8.Length > MaxBytes)
        {
            faults.Add(new Fault(JsonField.Root, string.Create(CultureInfo.InvariantCulture, $"{utf8.Length} bytes long"), $"at most {MaxBytes} bytes"));
            return null;
        }

        // A byte order mark is no part of the text, though many tools write it.
        var text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (text.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            faults.Add(new Fault(JsonField.Root, "empty", "JSON"));
            return null;
        }

        if (!Utf8.IsValid(text.Span))
        {
            faults.Add(new Fault(JsonField.Root, "not UTF-8", "JSON in UTF-8"));
            return null;
        }

        try
        {
            return JsonDocument.Parse(text, Strict);
        }
        catch (JsonException broken)
        {
            faults.Add(new Fault(JsonField.Root, Describe(broken), $"JSON, nested at most {MaxDepth} deep, no name twice in one object"));
        }
        catch (InvalidOperationException)
        {
            // A name with half of a surrogate pair in it, which only shows when names are compared.
            faults.Add(new Fault(JsonField.Root, "a name that is not Unicode", "JSON whose names are Unicode"));
        }

        return null;
    }

    private static string Describe(JsonException broken)
    {
        var end = broken.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);

        // Whoever wrote the text has no reader and no options to change.
        var what = (end < 0 ? broken.Message : broken.Message[..end]).Replace(" which is not supported in this mode. Change the reader options.", ".", StringComparison.Ordinal);

        // Where a name stands twice is not told.
        return broken.LineNumber is { } line
            ? string.Create(CultureInfo.InvariantCulture, $"broken at line {line + 1}, byte {(broken.BytePositionInLine ?? 0) + 1} ({what})")
            : $"broken ({what})";
    }
}
