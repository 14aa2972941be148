using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Dom.Functions.Tests.TestKit;
using Microsoft.AspNetCore.Http;

namespace Dom.Functions.Tests.Http;

public sealed class ProblemsTests
{
    public static TheoryData<string, int> Kinds => new()
    {
        { "invalid", 400 }, { "unauthorized", 401 }, { "forbidden", 403 }, { "not-found", 404 }, { "state", 409 },
        { "order-changed", 409 }, { "precondition-failed", 412 }, { "precondition-required", 428 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_problem_has_the_shape_of_RFC_9457(string kind, int status)
    {
        var answer = await SendAsync(Make(kind));

        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal("urn:dom:problem:" + kind, answer.Json.GetProperty("type").GetString());
        Assert.Equal(status, answer.Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(answer.Json.GetProperty("title").GetString()!);
        Assert.NotEmpty(answer.Json.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task Invalid_names_each_field_with_all_that_is_wrong_with_it()
    {
        var answer = await SendAsync(Problems.Invalid([new Fault("sku", "", "a SKU"), new Fault("limit", "0", "1 to 500"), new Fault("sku", "x", "short")]));

        var errors = answer.Json.GetProperty("errors");
        Assert.Equal(2, errors.GetProperty("sku").GetArrayLength());
        Assert.Contains("1 to 500", errors.GetProperty("limit")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(errors.GetProperty("sku")[0].GetString(), answer.Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Refused_says_the_state_and_what_can_be_done()
    {
        var refused = new ShipmentOutcome.Refused(ShipmentState.Ready, [ShipmentAction.Collect], "No.");

        var answer = await SendAsync(Problems.Refused(refused));

        Assert.Equal("ready", answer.Json.GetProperty("state").GetString());
        Assert.Equal("collect", answer.Json.GetProperty("possibleActions")[0].GetString());
    }

    private static IResult Make(string kind) => kind switch
    {
        "invalid" => Problems.Invalid([new Fault("sku", "", "a SKU")]),
        "unauthorized" => Problems.Unauthorized(),
        "forbidden" => Problems.Forbidden(Role.Viewer),
        "not-found" => Problems.NotFound("There is no order 'W-1'."),
        "state" => Problems.Conflict("It has ended.", "completed", []),
        "order-changed" => Problems.Changed("orderId is 'W-1'."),
        "precondition-failed" => Problems.PreconditionFailed("Location 'S1'."),
        _ => Problems.PreconditionRequired(),
    };

    private static Task<HttpCall> SendAsync(IResult problem) => new HttpCall().SendAsync(_ => Task.FromResult(problem));
}
