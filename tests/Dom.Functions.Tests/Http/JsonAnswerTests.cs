using Dom.Functions.Http;
using Dom.Functions.Tests.TestKit;
using Microsoft.AspNetCore.Http;

namespace Dom.Functions.Tests.Http;

public sealed class JsonAnswerTests
{
    [Fact]
    public async Task ExecuteAsync_writes_JSON_with_a_tag_of_its_content()
    {
        var answer = await SendAsync(new HttpCall(), JsonAnswer.Ok(new { OrderId = "W-1" }));

        Assert.Equal((200, "application/json; charset=utf-8", """{"orderId":"W-1"}"""), (answer.Status, answer.ContentType, answer.Body));
        Assert.Equal(answer.Body.Length, answer.Context.Response.ContentLength);
        Assert.Equal(JsonAnswer.TagOf(new { OrderId = "W-1" }), answer.ETag);
        Assert.Matches("^\"[0-9a-f]{24}\"$", answer.ETag);
        Assert.Equal("no-cache", answer.Context.Response.Headers.CacheControl);
    }

    [Theory]
    [InlineData("GET", 304)]
    [InlineData("POST", 200)]
    public async Task ExecuteAsync_sends_a_read_once(string method, int expected)
    {
        var tag = JsonAnswer.TagOf(new { OrderId = "W-1" });

        var answer = await SendAsync(new HttpCall(method).With("If-None-Match", $"\"other\", W/{tag}"), JsonAnswer.Ok(new { OrderId = "W-1" }));

        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected == 304, answer.Body.Length == 0);
        Assert.Equal(tag, answer.ETag);
    }

    [Fact]
    public async Task ExecuteAsync_sends_nothing_to_who_takes_any_version_for_known()
    {
        var answer = await SendAsync(new HttpCall().With("If-None-Match", "*"), JsonAnswer.Ok(new { A = 1 }));

        Assert.Equal((304, ""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task ExecuteAsync_sends_what_has_changed()
    {
        var answer = await SendAsync(new HttpCall().With("If-None-Match", JsonAnswer.TagOf(new { A = 1 })), JsonAnswer.Ok(new { A = 2 }));

        Assert.Equal((200, """{"a":2}"""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData(202, false)]
    [InlineData(404, true)]
    public async Task ExecuteAsync_tags_only_documents(int status, bool isProblem)
    {
        var answer = await SendAsync(new HttpCall(), new JsonAnswer(status, new { A = 1 }, isProblem));

        Assert.Equal(status, answer.Status);
        Assert.Equal("", answer.ETag ?? "");
    }

    private static Task<HttpCall> SendAsync(HttpCall call, IResult answer) => call.SendAsync(_ => Task.FromResult(answer));
}
