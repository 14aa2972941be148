using System.Globalization;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>Takes the answer to a transaction apart.</summary>
internal static class TransactionReader
{
    private const string StatusLine = "HTTP/1.1 ";

    /// <summary>Reads the answers to the single actions.</summary>
    /// <param name="body">A multipart body with parts that are HTTP responses.</param>
    /// <param name="clientRequestId">The id that the transaction was sent with.</param>
    /// <returns>The answers in the order of the actions; a single one when an action was refused.</returns>
    public static IReadOnlyList<Response> Read(BinaryData body, string clientRequestId)
    {
        var answers = new List<Response>();
        using var reader = new StringReader(Encoding.UTF8.GetString(body));
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(StatusLine, StringComparison.Ordinal))
            {
                answers.Add(ReadPart(line, reader, clientRequestId));
            }
        }

        return answers;
    }

    private static TransactionPartResponse ReadPart(string statusLine, StringReader reader, string clientRequestId)
    {
        var status = statusLine[StatusLine.Length..].Split(' ', 2);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var content = new StringBuilder();
        var isInHeaders = true;
        while (reader.ReadLine() is { } line && !line.StartsWith("--", StringComparison.Ordinal))
        {
            if (!isInHeaders)
            {
                content.Append(line);
            }
            else if (line.Split(':', 2) is [var name, var value])
            {
                headers[name] = value.Trim();
            }
            else
            {
                isInHeaders = false;
            }
        }

        return new TransactionPartResponse(
            int.Parse(status[0], CultureInfo.InvariantCulture),
            status.Length > 1 ? status[1] : "",
            headers,
            content.ToString(),
            clientRequestId);
    }
}
