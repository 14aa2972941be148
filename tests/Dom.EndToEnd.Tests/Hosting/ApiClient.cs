using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;

namespace Dom.EndToEnd.Tests.Hosting;

/// <summary>A caller of the HTTP API.</summary>
internal sealed class ApiClient(Func<Uri> address, Func<string?> key) : IDisposable
{
    // Idle connections to a host that was killed are given up soon.
    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    public Task<Answer> GetAsync(string path, string? ifNoneMatch = null) =>
        SendAsync(HttpMethod.Get, path, null, request => Header(request, "If-None-Match", ifNoneMatch));

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body, _ => { });

    public Task<Answer> PutAsync(string path, object body, string? ifMatch = null, string? ifNoneMatch = null) =>
        SendAsync(HttpMethod.Put, path, body, request =>
        {
            Header(request, "If-Match", ifMatch);
            Header(request, "If-None-Match", ifNoneMatch);
        });

    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(method, new Uri(address(), $"/api/{path}"));
        if (key() is { } secret)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        }

        if (body is not null)
        {
            request.Content = new StringContent(
                body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, MediaTypeNames.Application.Json);
        }

        change(request);
        using var response = await _http.SendAsync(request);
        return new Answer(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.ETag?.ToString());
    }

    private static void Header(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.Add(name, value);
        }
    }
}
