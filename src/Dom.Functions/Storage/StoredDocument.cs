using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Azure.Data.Tables;
using Dom.Core;

namespace Dom.Functions.Storage;

/// <summary>A document within a table row: as JSON text while it is short, compressed and in pieces when it is long.</summary>
/// <remarks>A property holds 64 KiB, a row 1 MiB. Compressed, an order of 500 lines and a decision over thousands of locations fit.</remarks>
public static class StoredDocument
{
    private const string TextProperty = "Json";
    private const string PieceProperty = "Gzip";
    private const int LongestTextBytes = 8 * 1024;
    private const int PieceBytes = 60 * 1024;

    /// <summary>Puts a document into a row.</summary>
    /// <typeparam name="T">The document's type.</typeparam>
    /// <param name="row">The row.</param>
    /// <param name="document">The document.</param>
    public static TableEntity WithDocument<T>(this TableEntity row, T document)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(document, DomJson.Options);
        if (json.Length <= LongestTextBytes)
        {
            row[TextProperty] = System.Text.Encoding.UTF8.GetString(json);
            return row;
        }

        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(json);
        }

        var bytes = compressed.ToArray();
        for (var piece = 0; piece * PieceBytes < bytes.Length; piece++)
        {
            row[Piece(piece)] = bytes[(piece * PieceBytes)..Math.Min(bytes.Length, (piece + 1) * PieceBytes)];
        }

        return row;
    }

    /// <summary>Takes the document out of a row.</summary>
    /// <typeparam name="T">The document's type.</typeparam>
    /// <param name="row">The row.</param>
    /// <exception cref="InvalidDataException">The row holds no such document.</exception>
    public static T Document<T>(this TableEntity row)
    {
        try
        {
            return (row.GetString(TextProperty) is { } text
                ? JsonSerializer.Deserialize<T>(text, DomJson.Options)
                : JsonSerializer.Deserialize<T>(Unpack(row), DomJson.Options))
                ?? throw Unreadable(row, typeof(T), null);
        }
        catch (JsonException fault)
        {
            throw Unreadable(row, typeof(T), fault);
        }
    }

    private static byte[] Unpack(TableEntity row)
    {
        using var compressed = new MemoryStream();
        for (var piece = 0; row.GetBinary(Piece(piece)) is { } bytes; piece++)
        {
            compressed.Write(bytes);
        }

        compressed.Position = 0;
        using var gzip = new GZipStream(compressed, CompressionMode.Decompress);
        using var json = new MemoryStream();
        gzip.CopyTo(json);
        return json.ToArray();
    }

    private static string Piece(int number) => PieceProperty + number.ToString(CultureInfo.InvariantCulture);

    private static InvalidDataException Unreadable(TableEntity row, Type type, Exception? inner) =>
        new($"Row '{row.PartitionKey}' / '{row.RowKey}' holds no {type.Name}.", inner);
}
