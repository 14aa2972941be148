using Dom.Functions.Http;
using Dom.Functions.Stores;
using Dom.Functions.Tests.TestKit;

namespace Dom.Functions.Tests.Http;

public sealed class RequestReaderTests
{
    [Theory]
    [InlineData(RequestReader.MostBytes, true)]
    [InlineData(RequestReader.MostBytes + 1, false)]
    public async Task BodyAsync_reads_what_a_message_may_be_and_no_more(int length, bool expected)
    {
        var body = await RequestReader.BodyAsync(new HttpCall("POST", new byte[length]).Request, CancellationToken.None);

        Assert.Equal(expected ? length : null, body?.Length);
    }

    [Fact]
    public async Task BodyAsync_does_not_begin_to_read_what_says_that_it_is_too_long()
    {
        var call = new HttpCall("POST", new byte[10]);
        call.Request.ContentLength = RequestReader.MostBytes + 1;

        Assert.Null(await RequestReader.BodyAsync(call.Request, CancellationToken.None));

        Assert.Equal(0, call.Request.Body.Position);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task JsonAsync_takes_nothing_for_an_empty_object(string body)
    {
        var (value, faults) = await RequestReader.JsonAsync<ActionRequest>(new HttpCall("POST", body).Request, CancellationToken.None);

        Assert.Equal(new ActionRequest(), value);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("{", "body")]
    [InlineData("[]", "body")]
    [InlineData("""{"requestId":5}""", "requestId")]
    [InlineData("""{"lines":[{"lineId":"1","quantity":"two"}]}""", "lines[0].quantity")]
    public async Task JsonAsync_names_the_field_that_is_wrong(string body, string field)
    {
        var (value, faults) = await RequestReader.JsonAsync<ActionRequest>(new HttpCall("POST", body).Request, CancellationToken.None);

        Assert.Null(value);
        Assert.Equal(field, Assert.Single(faults).Field);
        Assert.DoesNotMatch("System|Dom\\.", faults[0].ToSentence());
    }

    [Fact]
    public async Task JsonAsync_refuses_what_is_too_long()
    {
        var call = new HttpCall("POST", new byte[RequestReader.MostBytes + 1]);

        var (value, faults) = await RequestReader.JsonAsync<ActionRequest>(call.Request, CancellationToken.None);

        Assert.Null(value);
        Assert.Equal(RequestReader.TooLong, faults);
    }

    [Theory]
    [InlineData("", 100)]
    [InlineData("?limit=1", 1)]
    [InlineData("?limit=500", 500)]
    public void Limit_is_what_was_asked_for(string query, int expected)
    {
        var (limit, faults) = RequestReader.Limit(new HttpCall(query: query).Request);

        Assert.Equal(expected, limit);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("501")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("many")]
    [InlineData("99999999999")]
    public void Limit_names_a_limit_that_is_not_allowed(string limit)
    {
        var (_, faults) = RequestReader.Limit(new HttpCall(query: "?limit=" + limit).Request);

        Assert.Equal(("limit", limit), (Assert.Single(faults).Field, faults[0].Value));
    }
}
