using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Dom.LocalHost.Broker;
using Dom.LocalHost.Broker.Rest;
using Dom.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dom.LocalHost.Tests.Broker;

[Collection(SharedAzurite.Name)]
public sealed class BrokerRestPlaneTests(AzuriteFixture azurite) : IAsyncLifetime, IDisposable
{
    private readonly BrokerBed _bed = new(azurite);
    private ServiceBusBroker? _broker;
    private BrokerRestServer? _server;
    private HttpClient? _http;

    private ServiceBusBroker Broker => _broker!;

    private HttpClient Http => _http!;

    public async Task InitializeAsync()
    {
        _broker = await _bed.OpenAsync();
        _server = await BrokerRestServer.StartAsync(_broker, 0, NullLoggerFactory.Instance, CancellationToken.None);
        _http = new HttpClient { BaseAddress = _server.Address };
    }

    public void Dispose() => _http?.Dispose();

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        await Broker.DisposeAsync();
    }

    [Fact]
    public async Task A_message_goes_through_with_its_properties_and_is_completed_by_its_location()
    {
        using var sent = await SendAsync(
            "orders",
            "{\"orderId\":\"ü\"}",
            "{\"MessageId\":\"m-1\",\"SessionId\":\"s\",\"Label\":\"new \\u00fc\",\"CorrelationId\":\"c\",\"TimeToLive\":90,\"Unknown\":1}",
            ("Priority", "\"High\""), ("Weight", "12"), ("Fragile", "true"), ("Authorization", "SharedAccessSignature sr=x"));
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);

        using var received = await PeekAsync("orders");
        var broker = Properties(received);
        using var completed = await Http.DeleteAsync(received.Headers.Location);

        Assert.Equal(HttpStatusCode.Created, received.StatusCode);
        Assert.Equal("{\"orderId\":\"ü\"}", await received.Content.ReadAsStringAsync());
        Assert.Equal("application/json; charset=utf-8", received.Content.Headers.ContentType!.ToString());
        Assert.Equal("m-1", broker.GetProperty("MessageId").GetString());
        Assert.Equal("new ü", broker.GetProperty("Label").GetString());
        Assert.Equal(90, broker.GetProperty("TimeToLive").GetDouble());
        Assert.Equal(1, broker.GetProperty("DeliveryCount").GetInt32());
        Assert.Equal("\"High\"", received.Headers.GetValues("Priority").Single());
        Assert.Equal("12", received.Headers.GetValues("Weight").Single());
        Assert.Equal("true", received.Headers.GetValues("Fragile").Single());
        Assert.Equal(HttpStatusCode.OK, completed.StatusCode);
        Assert.Equal(0, (await Broker.CountAsync("orders")).Active);
    }

    [Fact]
    public async Task Unlock_gives_the_message_back_and_renew_keeps_it()
    {
        using var sent = await SendAsync("orders", "1", "{\"MessageId\":\"m-1\"}");
        using var first = await PeekAsync("orders");
        var token = Properties(first).GetProperty("LockToken").GetString();
        var address = $"orders/messages/m-1/{token}";

        using var renewed = await Http.PostAsync(address, null);
        using var unlocked = await Http.PutAsync(address, null);
        using var again = await PeekAsync("orders");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [renewed.StatusCode, unlocked.StatusCode]);
        Assert.Equal(2, Properties(again).GetProperty("DeliveryCount").GetInt32());
    }

    [Fact]
    public async Task A_settled_message_or_a_wrong_id_answers_404()
    {
        using var sent = await SendAsync("orders", "1", "{\"MessageId\":\"m-1\"}");
        using var held = await PeekAsync("orders");
        var token = Properties(held).GetProperty("LockToken").GetString();

        using var wrongId = await Http.DeleteAsync($"orders/messages/m-2/{token}");
        using var first = await Http.DeleteAsync($"orders/messages/m-1/{token}");
        using var second = await Http.DeleteAsync($"orders/messages/m-1/{token}");

        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound],
            [wrongId.StatusCode, first.StatusCode, second.StatusCode]);
    }

    [Fact]
    public async Task Receive_and_delete_takes_the_message_and_then_there_is_none()
    {
        using var sent = await SendAsync("orders", "1");

        using var taken = await Http.DeleteAsync("orders/messages/head?timeout=0");
        using var none = await Http.DeleteAsync("orders/messages/head?timeout=0");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NoContent], [taken.StatusCode, none.StatusCode]);
        Assert.Equal("1", await taken.Content.ReadAsStringAsync());
        Assert.False(Properties(taken).TryGetProperty("LockToken", out _));
    }

    [Fact]
    public async Task Subscriptions_and_dead_letters_are_read_by_their_paths()
    {
        const string All = "fulfillment-events/subscriptions/all";
        using var sent = await SendAsync("fulfillment-events", "1");
        await Broker.DeadLetterAsync(All, (await Broker.TakeAsync(All))!, "It's bad: ü");

        using var dead = await PeekAsync($"{All}/$DeadLetterQueue");
        using var completed = await Http.DeleteAsync(dead.Headers.Location);

        Assert.Equal("\"It's bad: \\u00fc\"", dead.Headers.GetValues("DeadLetterReason").Single());
        Assert.Equal(HttpStatusCode.OK, completed.StatusCode);
    }

    [Fact]
    public async Task A_batch_sends_each_message_with_its_own_properties()
    {
        const string Batch = """
            [ { "Body": "1", "BrokerProperties": { "MessageId": "a", "TimeToLiveTimeSpan": "00:00:40" } },
              { "Body": "2", "UserProperties": { "Priority": "High", "Weight": 3 } } ]
            """;
        using var content = new StringContent(Batch);
        content.Headers.ContentType = new("application/vnd.microsoft.servicebus.json");

        using var sent = await Http.PostAsync("orders/messages", content);
        var first = await Broker.TakeAsync("orders");
        var second = await Broker.TakeAsync("orders");

        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        Assert.Equal(("a", TimeSpan.FromSeconds(40)), (first!.Message.MessageId, first.Message.TimeToLive));
        Assert.Equal("High", second!.Message.Properties["Priority"]);
        Assert.Equal(3, second.Message.Properties["Weight"]);
    }

    [Fact]
    public async Task A_scheduled_message_is_counted_as_such()
    {
        var due = _bed.Clock.GetUtcNow().AddHours(1).ToString("R", CultureInfo.InvariantCulture);
        using var sent = await SendAsync("orders", "1", $$"""{"ScheduledEnqueueTimeUtc":"{{due}}"}""");

        var counts = await Http.GetStringAsync(new Uri("orders", UriKind.Relative));

        Assert.Equal("{\"activeMessageCount\":0,\"deadLetterMessageCount\":0,\"scheduledMessageCount\":1}", counts);
    }

    [Theory]
    [InlineData("no JSON", "no JSON")]
    [InlineData("[]", "object")]
    [InlineData("{\"TimeToLive\":0}", "TimeToLive is 0")]
    [InlineData("{\"TimeToLive\":\"soon\"}", "TimeToLive is \"soon\"")]
    [InlineData("{\"ScheduledEnqueueTimeUtc\":\"tomorrow\"}", "ScheduledEnqueueTimeUtc is \"tomorrow\"")]
    [InlineData("{\"MessageId\":{}}", "MessageId is {}")]
    public async Task Broken_properties_are_refused_by_name_and_value(string properties, string said)
    {
        using var answer = await SendAsync("orders", "1", properties);

        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.StartsWith("<Error><Code>400</Code><Detail>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(128, HttpStatusCode.Created)]
    [InlineData(129, HttpStatusCode.BadRequest)]
    public async Task A_message_id_has_at_most_128_characters(int length, HttpStatusCode expected)
    {
        using var answer = await SendAsync("orders", "1", $$"""{"MessageId":"{{new string('x', length)}}"}""");

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData(255 * 1024, HttpStatusCode.Created)]
    [InlineData(257 * 1024, HttpStatusCode.Forbidden)]
    [InlineData(700 * 1024, HttpStatusCode.Forbidden)]
    public async Task A_message_has_at_most_256_kilobytes(int bytes, HttpStatusCode expected)
    {
        using var answer = await SendAsync("orders", new string('x', bytes));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_request_beyond_the_limits_of_the_server_is_refused_as_too_long()
    {
        using var content = new ByteArrayContent(new byte[31 << 20]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "orders/messages") { Content = content };
        request.Headers.ExpectContinue = true;

        using var answer = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("262144 a message", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "nothing/messages", HttpStatusCode.NotFound)]
    [InlineData("POST", "nothing/messages/head?timeout=0", HttpStatusCode.NotFound)]
    [InlineData("POST", "fulfillment-events/messages/head?timeout=0", HttpStatusCode.NotFound)]
    [InlineData("GET", "nothing", HttpStatusCode.NotFound)]
    [InlineData("POST", "orders/messages/head?timeout=soon", HttpStatusCode.BadRequest)]
    [InlineData("POST", "orders/messages/1/no-token", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "orders/messages", HttpStatusCode.MethodNotAllowed)]
    public async Task What_cannot_be_done_is_refused(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new(method), path);

        using var answer = await Http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_the_option_that_changes_it()
    {
        var failure = await Assert.ThrowsAsync<LocalHostException>(() => BrokerRestServer.StartAsync(
            Broker, _server!.Address.Port, NullLoggerFactory.Instance, CancellationToken.None));

        Assert.Contains(_server!.Address.Port.ToString(CultureInfo.InvariantCulture), failure.Message, StringComparison.Ordinal);
        Assert.Contains("--servicebus-port", failure.Message, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(
        string entity, string body, string? properties = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{entity}/messages")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (properties is not null)
        {
            request.Headers.TryAddWithoutValidation("BrokerProperties", properties);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.ExpectContinue = false;
        return await Http.SendAsync(request);
    }

    private Task<HttpResponseMessage> PeekAsync(string path) => Http.PostAsync($"{path}/messages/head?timeout=0", null);

    private static JsonElement Properties(HttpResponseMessage response) =>
        JsonDocument.Parse(response.Headers.GetValues("BrokerProperties").Single()).RootElement;
}
