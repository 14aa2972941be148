using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Functions.Storage;

namespace Dom.Functions.Tests.TestKit;

/// <summary>All that stands in the tables, as sorted lines of text that can be compared.</summary>
internal static partial class TableDump
{
    /// <summary>The rows of all tables but the configuration. Of the decisions of one attempt only the newest counts, and
    /// of it what came of it: which revision it is and what it saw of the stock may differ after a crash.</summary>
    public static async Task<string> DumpAsync(this FunctionsBed bed)
    {
        var lines = new List<string>();
        foreach (var table in new[] { bed.Tables.Orders, bed.Tables.Shipments, bed.Tables.Stock, bed.Tables.Capacity, bed.Tables.Waiting, bed.Tables.Answers })
        {
            var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
            await foreach (var row in table.QueryAsync<TableEntity>(""))
            {
                rows[$"{row.PartitionKey} {Key(row)}"] = Text(row);
            }

            lines.AddRange(rows.Select(row => $"{row.Key} {row.Value}"));
        }

        return Plain(string.Join("\n", lines));
    }

    /// <summary>A text in which the shipments of an attempt are numbered from 1, whichever of its decisions they come from.</summary>
    public static string Plain(string text) => Shipment().Replace(text, match => string.Create(
        CultureInfo.InvariantCulture,
        $"{match.Groups["attempt"]}{int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) % ShipmentId.PlacesPerDecision}"));

    private static bool IsDecision(TableEntity row) => row.RowKey.StartsWith("decision|", StringComparison.Ordinal);

    private static bool IsVerdict(TableEntity row) => row.RowKey.StartsWith("verdict|", StringComparison.Ordinal);

    private static string Key(TableEntity row) => IsDecision(row) || IsVerdict(row) ? row.RowKey[..row.RowKey.LastIndexOf('|')] : row.RowKey;

    private static string Text(TableEntity row) => IsDecision(row)
        ? JsonSerializer.Serialize(row.Document<StoredDecision>().Result, DomJson.Options)
        : row.ContainsKey("Json") || row.ContainsKey("Gzip0") ? row.Document<JsonElement>().ToString()
        : string.Join(" ", row.Keys
            .Where(key => key is not ("odata.etag" or "Timestamp" or "PartitionKey" or "RowKey"))
            .Order(StringComparer.Ordinal)
            .Select(key => string.Create(CultureInfo.InvariantCulture, $"{key}={row[key]}")));

    [GeneratedRegex(@"(?<attempt>~\d+\.)(?<number>\d+)")]
    private static partial Regex Shipment();
}
