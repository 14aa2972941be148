using System.Collections.Immutable;
using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Functions.Security;
using Microsoft.AspNetCore.Http;

namespace Dom.Functions.Http;

/// <summary>Refusals as RFC 9457 says them: what is wrong, where, and what is allowed.</summary>
public static class Problems
{
    /// <summary>What was sent is wrong.</summary>
    /// <param name="faults">What is wrong with it, at least one.</param>
    public static IResult Invalid(ImmutableArray<Fault> faults) => new JsonAnswer(
        StatusCodes.Status400BadRequest,
        new
        {
            type = Type("invalid"),
            title = "What was sent is not allowed.",
            status = StatusCodes.Status400BadRequest,
            detail = faults[0].ToSentence(),
            errors = faults.GroupBy(fault => fault.Field).ToDictionary(field => field.Key, field => field.Select(fault => fault.ToSentence()).ToArray()),
        },
        IsProblem: true);

    /// <summary>There is no key, or a wrong one.</summary>
    public static IResult Unauthorized() =>
        Plain(StatusCodes.Status401Unauthorized, "unauthorized", "Who are you?", "Send 'Authorization: Bearer KEY' with a client key that is in force.");

    /// <summary>The caller may see this and not do it.</summary>
    /// <param name="role">What the caller is.</param>
    public static IResult Forbidden(Role role) =>
        Plain(StatusCodes.Status403Forbidden, "forbidden", "This is not yours to do.", $"A key of role '{Word(role)}' may see this and not do it.");

    /// <summary>There is no such thing, or none that the caller may see.</summary>
    /// <param name="detail">What is not there.</param>
    public static IResult NotFound(string detail) => Plain(StatusCodes.Status404NotFound, "not-found", "Not found.", detail);

    /// <summary>The state of things does not allow it.</summary>
    /// <param name="detail">Why not.</param>
    /// <param name="state">The state.</param>
    /// <param name="possible">What can be done instead.</param>
    public static IResult Conflict(string detail, string state, IEnumerable<string> possible) => new JsonAnswer(
        StatusCodes.Status409Conflict,
        new
        {
            type = Type("state"),
            title = "That cannot be done now.",
            status = StatusCodes.Status409Conflict,
            detail,
            state,
            possibleActions = possible.ToArray(),
        },
        IsProblem: true);

    /// <summary>An order with the same id was posted before, with other content.</summary>
    /// <param name="detail">Which.</param>
    public static IResult Changed(string detail) => Plain(StatusCodes.Status409Conflict, "order-changed", "The order is already here, and it is another.", detail);

    /// <summary>A document is to be written without saying over what.</summary>
    public static IResult PreconditionRequired() => Plain(
        StatusCodes.Status428PreconditionRequired, "precondition-required", "Say over what this is written.",
        "Send 'If-Match' with the ETag that was read, or 'If-None-Match: *' to create.");

    /// <summary>A document is not what the caller read.</summary>
    /// <param name="detail">Which.</param>
    public static IResult PreconditionFailed(string detail) =>
        Plain(StatusCodes.Status412PreconditionFailed, "precondition-failed", "It has changed since it was read.", detail);

    /// <summary>A command that a shipment's state does not allow.</summary>
    /// <param name="refused">The refusal.</param>
    public static IResult Refused(ShipmentOutcome.Refused refused) =>
        Conflict(refused.Sentence, Word(refused.State), refused.Possible.Select(Word));

    private static JsonAnswer Plain(int status, string type, string title, string detail) =>
        new(status, new { type = Type(type), title, status, detail }, IsProblem: true);

    private static string Type(string name) => "urn:dom:problem:" + name;

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
