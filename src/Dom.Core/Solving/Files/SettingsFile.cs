using System.Text.Json;
using System.Text.Unicode;

namespace Dom.Core.Solving.Files;

/// <summary>Reads and writes <c>settings.json</c>.</summary>
internal static class SettingsFile
{
    private const string UnfilledUnitCost = "unfilledUnitCost";
    private const string Allowed = "one JSON object with the setting " + UnfilledUnitCost;
    private const string AllowedCost = "a whole number from 0 to 2147483647";

    /// <summary>Reads the settings.</summary>
    /// <param name="open">Opens the file.</param>
    /// <param name="faults">Takes the faults.</param>
    /// <returns>What each unit left unassigned costs.</returns>
    public static int Read(OpenFile open, FaultList faults)
    {
        using var stream = open(FileNames.Settings);
        if (stream is null)
        {
            faults.Add(new FileFault(FileNames.Settings, 0, "", null, $"a file with {Allowed}"));
            return 0;
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        try
        {
            return Read(copy.ToArray(), faults);
        }
        catch (JsonException fault)
        {
            faults.Add(new FileFault(FileNames.Settings, (int)(fault.LineNumber ?? 0) + 1, "", FileFault.Show(copy.ToArray()), Allowed));
            return 0;
        }
    }

    /// <summary>Writes the settings.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="unfilledUnitCost">What each unit left unassigned costs.</param>
    public static void Write(Stream stream, int unfilledUnitCost)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber(UnfilledUnitCost, unfilledUnitCost);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static int Read(ReadOnlySpan<byte> file, FaultList faults)
    {
        var text = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
        if (!Utf8.IsValid(text))
        {
            throw new JsonException(Allowed, null, 0, null);
        }

        var json = new Utf8JsonReader(text);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException(Allowed, null, 0, null);
        }

        int? cost = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            var line = LineAt(text, json.TokenStartIndex);
            json.Read();
            var start = (int)json.TokenStartIndex;
            json.Skip();
            var value = text[start..(int)json.BytesConsumed];
            if (name != UnfilledUnitCost)
            {
                faults.Add(new FileFault(FileNames.Settings, line, name, FileFault.Show(value), $"only the setting {UnfilledUnitCost}"));
            }
            else if (cost is not null)
            {
                faults.Add(new FileFault(FileNames.Settings, line, name, FileFault.Show(value), "each setting once"));
            }
            else
            {
                cost = Cost(json, line, value, faults);
            }
        }

        // Finds what follows the object.
        json.Read();
        if (cost is null)
        {
            faults.Add(new FileFault(FileNames.Settings, LineAt(text, text.Length), UnfilledUnitCost, null, AllowedCost));
        }

        return cost ?? 0;
    }

    private static int Cost(Utf8JsonReader json, int line, ReadOnlySpan<byte> value, FaultList faults)
    {
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var cost) && cost >= 0)
        {
            return cost;
        }

        faults.Add(new FileFault(FileNames.Settings, line, UnfilledUnitCost, FileFault.Show(value), AllowedCost));
        return 0;
    }

    private static int LineAt(ReadOnlySpan<byte> text, long index) => text[..(int)index].TrimEnd((byte)'\n').Count((byte)'\n') + 1;
}
