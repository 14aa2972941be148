using System.Globalization;
using Azure;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dom.Functions.Operations;

/// <summary>Tells whether the app lives and whether it can work.</summary>
public sealed class HealthFunctions(ConfigurationStore configurations)
{
    /// <summary>GET whether the process answers.</summary>
    /// <param name="request">The request.</param>
    [Function(nameof(Live))]
    [Allow(Anyone = true)]
    public static IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request)
    {
        _ = request;
        return JsonAnswer.Ok(new { status = "live" });
    }

    /// <summary>GET whether storage answers and an order can be sourced: 200, or 503 with what is missing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(Ready))]
    [Allow(Anyone = true)]
    public async Task<IResult> Ready(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request, CancellationToken cancellationToken)
    {
        _ = request;
        try
        {
            var configuration = await configurations.GetAsync(cancellationToken);
            return configuration.Profiles.IsEmpty
                ? NotReady("No profile is published.")
                : JsonAnswer.Ok(new { status = "ready" });
        }
        catch (RequestFailedException fault)
        {
            return NotReady(fault);
        }
        catch (AggregateException faults) when (faults.InnerException is RequestFailedException fault)
        {
            // What the storage client throws once all its retries have failed.
            return NotReady(fault);
        }
    }

    private static JsonAnswer NotReady(RequestFailedException fault) => NotReady(fault.Status == 0
        ? "Table Storage does not answer."
        : string.Create(CultureInfo.InvariantCulture, $"Table Storage refuses: {fault.Status} {fault.ErrorCode}."));

    private static JsonAnswer NotReady(string why) => new(StatusCodes.Status503ServiceUnavailable, new { status = "notReady", why });
}
