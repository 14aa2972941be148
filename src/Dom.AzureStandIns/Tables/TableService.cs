using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>The table service of one account: where it is, and the pipeline that leads there.</summary>
internal sealed class TableService
{
    private const string Json = "application/json;odata=minimalmetadata";

    private static readonly ResponseClassifier Success = new StatusCodeClassifier([200, 201, 202, 204]);
    private static readonly ResponseClassifier SuccessOrMissing = new StatusCodeClassifier([200, 204, 404]);
    private static readonly ResponseClassifier SuccessOrConflict = new StatusCodeClassifier([201, 204, 409]);

    private readonly HttpPipeline _pipeline;
    private readonly string _endpoint;

    /// <summary>Builds the pipeline: Azure.Core's retries, diagnostics and transport, and the authentication
    /// given.</summary>
    /// <param name="endpoint">Address of the service.</param>
    /// <param name="authentication">Adds what makes the service let each try in.</param>
    /// <param name="options">The caller's options; null for the default ones.</param>
    public TableService(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        var pipeline = new HttpPipelineOptions(options ?? new TableClientOptions())
        {
            RequestFailedDetailsParser = TableErrorParser.Instance,
        };
        pipeline.PerRetryPolicies.Add(authentication);
        _pipeline = HttpPipelineBuilder.Build(pipeline);
        _endpoint = endpoint.AbsoluteUri.TrimEnd('/');
    }

    /// <summary>The full address of something in the service.</summary>
    /// <param name="path">What follows the endpoint and a slash, escaped.</param>
    public string AddressOf(string path) => $"{_endpoint}/{path}";

    /// <summary>The path of a row, its keys quoted and escaped.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="partitionKey">The partition's key.</param>
    /// <param name="rowKey">The row's key.</param>
    public static string RowPath(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{EscapeKey(partitionKey)}',RowKey='{EscapeKey(rowKey)}')";

    /// <summary>Begins a request; send it with one of the other methods, then dispose of it.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">What follows the endpoint and a slash, escaped.</param>
    /// <param name="content">The body, or null.</param>
    /// <param name="contentType">What the body is.</param>
    public HttpMessage Create(
        RequestMethod method, string path, RequestContent? content = null, string contentType = Json)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri(AddressOf(path)));
        request.Headers.SetValue("Accept", Json);
        request.Headers.SetValue("DataServiceVersion", "3.0");
        request.Headers.SetValue("x-ms-version", "2020-12-06");
        if (content is not null)
        {
            request.Content = content;
            request.Headers.SetValue("Content-Type", contentType);
        }

        return message;
    }

    /// <summary>Sends a request that has to succeed.</summary>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken) =>
        SendAsync(message, Success, cancellationToken);

    /// <summary>Sends a request for something that may not be there.</summary>
    /// <returns>The answer; status 404 when there is no such thing.</returns>
    /// <exception cref="RequestFailedException">The service refused for another reason.</exception>
    public Task<Response> SendOrMissAsync(HttpMessage message, CancellationToken cancellationToken) =>
        SendAsync(message, SuccessOrMissing, cancellationToken);

    /// <summary>Sends a request to create something that may be there.</summary>
    /// <returns>The answer; status 409 when the service refused because of what is there.</returns>
    /// <exception cref="RequestFailedException">The service refused for another reason.</exception>
    public Task<Response> SendOrConflictAsync(HttpMessage message, CancellationToken cancellationToken) =>
        SendAsync(message, SuccessOrConflict, cancellationToken);

    private async Task<Response> SendAsync(
        HttpMessage message, ResponseClassifier classifier, CancellationToken cancellationToken)
    {
        message.ResponseClassifier = classifier;
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response.IsError ? throw new RequestFailedException(message.Response) : message.Response;
    }

    private static string EscapeKey(string key) => Uri.EscapeDataString(ODataFilter.Escape(key));
}
