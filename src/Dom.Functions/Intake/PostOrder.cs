using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Intake;

/// <summary>Takes an order by HTTP, with the body that the queue takes, and says at once what is wrong with it.</summary>
public sealed class PostOrder(OrderIntake intake)
{
    /// <summary>POST orders.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">Starts the orchestration.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(PostOrder))]
    [Allow(Role.Channel, Role.Operator, AlsoVisibleTo = [Role.Viewer])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (await RequestReader.BodyAsync(request, cancellationToken) is not { } body)
        {
            return Problems.Invalid(RequestReader.TooLong);
        }

        return await OrderReader.Read(body).Match(
            posted => TakeAsync(client, posted, cancellationToken),
            cancel => CancelAsync(client, cancel.OrderId, cancellationToken),
            malformed => Task.FromResult(Problems.Invalid(malformed.Faults)));
    }

    private async Task<IResult> TakeAsync(DurableTaskClient client, OrderMessage.NewOrder posted, CancellationToken cancellationToken)
    {
        var orderId = posted.Order.OrderId;
        var (outcome, faults) = await intake.TakeAsync(client, posted.Order, posted.Fingerprint, cancellationToken);
        return outcome switch
        {
            IntakeOutcome.Changed => Problems.Changed(
                $"orderId is '{orderId}'; an order with this id and other content was received before. Give a changed order a new id."),
            IntakeOutcome.Refused => Problems.Invalid(faults),
            _ => new JsonAnswer(StatusCodes.Status202Accepted, new { orderId }),
        };
    }

    private async Task<IResult> CancelAsync(DurableTaskClient client, OrderId orderId, CancellationToken cancellationToken) =>
        await intake.CancelAsync(client, orderId, cancellationToken) switch
        {
            null => Problems.NotFound($"There is no order '{orderId}'."),
            OrderState.Completed => Problems.Conflict($"Order '{orderId}' is completed; nothing of it is open.", "completed", []),
            _ => new JsonAnswer(StatusCodes.Status202Accepted, new { orderId }),
        };
}
