using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Moq;

namespace Dom.LocalHost.Tests.Tables;

public sealed class TableServiceClientTests : IDisposable
{
    private static readonly Uri Endpoint = new("https://shop.table.core.windows.net/");

    private readonly AnsweringHandler _handler = new();

    [Fact]
    public async Task A_token_credential_sends_its_token_for_storage()
    {
        var credential = new Mock<TokenCredential>();
        credential
            .Setup(identity => identity.GetTokenAsync(
                It.Is<TokenRequestContext>(context => context.Scopes.Single() == "https://storage.azure.com/.default"),
                It.IsAny<CancellationToken>()))
            .Returns(new ValueTask<AccessToken>(new AccessToken("token", DateTimeOffset.MaxValue)));
        var table = new TableServiceClient(Endpoint, credential.Object, Options()).GetTableClient("Orders");

        await table.DeleteEntityAsync("it's", "r");

        var request = Assert.Single(_handler.Requests);
        Assert.Equal("Bearer token", request.Authorization);
        Assert.Equal("https://shop.table.core.windows.net/Orders(PartitionKey='it%27%27s',RowKey='r')", request.Uri);
    }

    [Fact]
    public async Task A_request_is_tried_again_with_the_same_body()
    {
        _handler.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        _handler.Answers.Enqueue(HttpStatusCode.InternalServerError);
        var table = new TableServiceClient("AccountName=shop;AccountKey=a2V5", Options()).GetTableClient("Orders");

        await table.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(3, _handler.Requests.Count);
        Assert.All(_handler.Requests, request => Assert.Equal("""{"PartitionKey":"p","RowKey":"r"}""", request.Body));
        Assert.All(
            _handler.Requests,
            request => Assert.StartsWith("SharedKey shop:", request.Authorization, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_without_details_still_has_its_status()
    {
        _handler.Answers.Enqueue(HttpStatusCode.Forbidden);
        var table = new TableServiceClient("AccountName=shop;AccountKey=a2V5", Options()).GetTableClient("Orders");

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((403, null), (refusal.Status, refusal.ErrorCode));
    }

    public void Dispose() => _handler.Dispose();

    private TableClientOptions Options()
    {
        var options = new TableClientOptions { Transport = new HttpClientTransport(_handler) };
        options.Retry.Delay = TimeSpan.Zero;
        options.Retry.MaxDelay = TimeSpan.Zero;
        return options;
    }

    private sealed record SentRequest(string Uri, string? Authorization, string? Body);

    private sealed class AnsweringHandler : HttpMessageHandler
    {
        public Queue<HttpStatusCode> Answers { get; } = [];

        public List<SentRequest> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            var authorization = request.Headers.Authorization?.ToString();
            Requests.Add(new SentRequest(request.RequestUri!.AbsoluteUri, authorization, body));
            return new HttpResponseMessage(Answers.TryDequeue(out var answer) ? answer : HttpStatusCode.NoContent);
        }
    }
}
