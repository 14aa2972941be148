using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Azure;
using Azure.Core;

namespace Dom.LocalHost.Broker;

/// <summary>
/// One storage queue over its REST protocol. A call that the service refuses throws <see cref="RequestFailedException"/>.
/// Source: Storage services REST reference, "Operations on messages".
/// </summary>
/// <param name="account">The account that holds it.</param>
/// <param name="name">Its name: 3 to 63 lower-case letters, digits and single dashes.</param>
internal sealed class QueueStorageQueue(QueueStorageAccount account, string name)
{
    /// <summary>The most messages that one call hands out.</summary>
    public const int MaxBatch = 32;

    /// <summary>The longest a message can be hidden.</summary>
    public static readonly TimeSpan MaxInvisible = TimeSpan.FromDays(7);

    private const string Version = "2020-12-06";

    /// <summary>Creates the queue unless it is there.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task CreateIfMissingAsync(CancellationToken cancellationToken)
    {
        using var response = await SendAsync(RequestMethod.Put, "", [], null, [201, 204, 409], cancellationToken);
        if (response.Status == 409 && response.Headers.TryGetValue("x-ms-error-code", out var code)
            && code != "QueueAlreadyExists")
        {
            throw new RequestFailedException(response);
        }
    }

    /// <summary>Adds a message.</summary>
    /// <param name="text">Its text, at most 64 KiB.</param>
    /// <param name="invisibleFor">How long it stays hidden, 0 to 7 days; counted in whole seconds, rounded up.</param>
    /// <param name="keptFor">After which time the queue forgets it, longer than it is hidden; null for never. Counted as the other.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<QueueStorageMessage> PutAsync(string text, TimeSpan invisibleFor, TimeSpan? keptFor, CancellationToken cancellationToken)
    {
        (string, string)[] query = [("visibilitytimeout", Seconds(invisibleFor)), ("messagettl", keptFor is { } time ? Seconds(time) : "-1")];
        using var response = await SendAsync(RequestMethod.Post, "/messages", query, text, [201], cancellationToken);
        var message = Messages(response).Single();
        return new(Value(message, "MessageId"), Value(message, "PopReceipt"), 0, text);
    }

    /// <summary>Hands out visible messages, oldest first, and hides them.</summary>
    /// <param name="count">How many at most, 1 to 32.</param>
    /// <param name="invisibleFor">How long they stay hidden, 1 s to 7 days.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<QueueStorageMessage>> GetAsync(
        int count, TimeSpan invisibleFor, CancellationToken cancellationToken)
    {
        (string, string)[] query =
        [
            ("numofmessages", count.ToString(CultureInfo.InvariantCulture)),
            ("visibilitytimeout", Seconds(invisibleFor)),
        ];
        using var response = await SendAsync(RequestMethod.Get, "/messages", query, null, [200], cancellationToken);
        return [.. Messages(response).Select(Read)];
    }

    /// <summary>Looks at the queue without taking anything: a queue that is asked for nothing may keep what it should forget.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task PeekAsync(CancellationToken cancellationToken)
    {
        using var response = await SendAsync(RequestMethod.Get, "/messages", [("peekonly", "true")], null, [200], cancellationToken);
    }

    /// <summary>Hides or shows a message, and replaces its text if one is given.</summary>
    /// <param name="id">The message.</param>
    /// <param name="popReceipt">The newest receipt.</param>
    /// <param name="text">The new text; null keeps the old.</param>
    /// <param name="invisibleFor">How long it stays hidden, 0 to 7 days.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The next receipt.</returns>
    public async Task<string> UpdateAsync(
        string id, string popReceipt, string? text, TimeSpan invisibleFor, CancellationToken cancellationToken)
    {
        (string, string)[] query = [("popreceipt", popReceipt), ("visibilitytimeout", Seconds(invisibleFor))];
        using var response = await SendAsync(
            RequestMethod.Put, $"/messages/{Uri.EscapeDataString(id)}", query, text, [204], cancellationToken);
        return response.Headers.TryGetValue("x-ms-popreceipt", out var receipt)
            ? receipt
            : throw new InvalidOperationException($"The queue service changed message {id} without a new pop receipt.");
    }

    /// <summary>Deletes a message.</summary>
    /// <param name="id">The message.</param>
    /// <param name="popReceipt">The newest receipt.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when the message is gone or another receipt holds it.</returns>
    public async Task<bool> DeleteAsync(string id, string popReceipt, CancellationToken cancellationToken)
    {
        (string, string)[] query = [("popreceipt", popReceipt)];
        using var response = await SendAsync(
            RequestMethod.Delete, $"/messages/{Uri.EscapeDataString(id)}", query, null, [204, 400, 404], cancellationToken);
        return response.Status switch
        {
            204 => true,
            404 => false,
            _ when response.Headers.TryGetValue("x-ms-error-code", out var code) && code == "PopReceiptMismatch" => false,
            _ => throw new RequestFailedException(response),
        };
    }

    /// <summary>How many messages there are, hidden ones included.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        using var response = await SendAsync(RequestMethod.Get, "", [("comp", "metadata")], null, [200], cancellationToken);
        return response.Headers.TryGetValue("x-ms-approximate-messages-count", out var count)
            ? int.Parse(count, CultureInfo.InvariantCulture)
            : 0;
    }

    private async Task<Response> SendAsync(
        RequestMethod method,
        string path,
        (string Name, string Value)[] query,
        string? text,
        int[] expected,
        CancellationToken cancellationToken)
    {
        using var request = account.Pipeline.CreateRequest();
        request.Method = method;
        request.Uri.Reset(new Uri(account.Endpoint, name + path));
        foreach (var (key, value) in query)
        {
            request.Uri.AppendQuery(key, value, escapeValue: true);
        }

        request.Headers.SetValue("x-ms-version", Version);
        if (text is not null)
        {
            request.Headers.SetValue("Content-Type", "application/xml");
            request.Content = RequestContent.Create(Encoding.UTF8.GetBytes(
                new XElement("QueueMessage", new XElement("MessageText", text)).ToString(SaveOptions.DisableFormatting)));
        }

        var response = await account.Pipeline.SendRequestAsync(request, cancellationToken);
        if (Array.IndexOf(expected, response.Status) < 0)
        {
            using (response)
            {
                throw new RequestFailedException(response);
            }
        }

        return response;
    }

    private static IEnumerable<XElement> Messages(Response response) =>
        XDocument.Parse(response.Content.ToString().TrimStart('\uFEFF')).Descendants("QueueMessage");

    private static QueueStorageMessage Read(XElement message) => new(
        Value(message, "MessageId"),
        Value(message, "PopReceipt"),
        int.Parse(Value(message, "DequeueCount"), CultureInfo.InvariantCulture),
        Value(message, "MessageText"));

    private static string Value(XElement message, string name) =>
        message.Element(name)?.Value
        ?? throw new InvalidOperationException($"The queue service answered a message without {name}.");

    private static string Seconds(TimeSpan span) =>
        ((long)Math.Ceiling(span.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
