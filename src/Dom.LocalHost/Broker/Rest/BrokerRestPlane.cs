using System.Globalization;
using System.Xml.Linq;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Broker.Rest;

/// <summary>
/// Service Bus's REST data plane over the broker. A header Authorization is accepted unread: the listener is on loopback.
/// Source: Service Bus REST reference, "Message Operations".
/// </summary>
/// <param name="broker">The broker.</param>
/// <param name="logger">Gets what fails inside.</param>
internal sealed partial class BrokerRestPlane(ServiceBusBroker broker, ILogger logger)
{
    private const double DefaultTimeoutSeconds = 60;

    /// <summary>Serves a request.</summary>
    /// <param name="context">The request.</param>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await ServeAsync(context);
        }
        catch (BrokerRequestException wrong)
        {
            await RefuseAsync(context, wrong.Status, wrong.Message);
        }
        catch (ServiceBusException refused)
        {
            await RefuseAsync(context, StatusOf(refused.Reason), refused.Message);
        }
        catch (ArgumentException wrong)
        {
            await RefuseAsync(context, 400, wrong.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody reads an answer.
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            logger.RestFailed(failure, context.Request.Method, context.Request.Path);
            await RefuseAsync(context, 500, "The broker's storage does not answer. Check that Azurite runs, and try again.");
        }
    }

    private Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        var request = BrokerRequest.Parse(path)
            ?? throw new BrokerRequestException(400, $"The path '{path}' means nothing; send to /{{queue}}/messages.");
        return (context.Request.Method, request.Target) switch
        {
            ("POST", BrokerTarget.Messages) => SendAsync(context, request),
            ("POST", BrokerTarget.Head) => PeekLockAsync(context, request),
            ("DELETE", BrokerTarget.Head) => ReceiveAndDeleteAsync(context, request),
            ("DELETE", BrokerTarget.Lock) =>
                broker.Queue(request.Entity).CompleteAsync(Held(request), context.RequestAborted),
            ("PUT", BrokerTarget.Lock) =>
                broker.Queue(request.Entity).AbandonAsync(Held(request), null, context.RequestAborted),
            ("POST", BrokerTarget.Lock) =>
                broker.Queue(request.Entity).RenewAsync(Held(request), context.RequestAborted),
            ("GET", BrokerTarget.Entity) => CountAsync(context, request),
            _ => throw new BrokerRequestException(405, $"{context.Request.Method} is not possible on '{path}'."),
        };
    }

    private async Task PeekLockAsync(HttpContext context, BrokerRequest request)
    {
        if (await ReceiveAsync(context, request) is { } locked)
        {
            var (entity, number, token) = (request.Entity, locked.Message.SequenceNumber, locked.LockToken);
            context.Response.StatusCode = 201;
            context.Response.Headers.Location = string.Create(
                CultureInfo.InvariantCulture,
                $"{context.Request.Scheme}://{context.Request.Host}/{entity}/messages/{number}/{token}");
            await AnswerAsync(context, locked, isLocked: true);
        }
    }

    private async Task ReceiveAndDeleteAsync(HttpContext context, BrokerRequest request)
    {
        if (await ReceiveAsync(context, request) is { } locked)
        {
            await broker.Queue(request.Entity).CompleteAsync(locked.LockToken, context.RequestAborted);
            await AnswerAsync(context, locked, isLocked: false);
        }
    }

    private async Task<LockedMessage?> ReceiveAsync(HttpContext context, BrokerRequest request)
    {
        var wait = Timeout(context.Request.Query["timeout"]);
        var received = await broker.Queue(request.Entity).ReceiveAsync(1, wait, context.RequestAborted);
        if (received.Count > 0)
        {
            return received[0];
        }

        context.Response.StatusCode = 204;
        return null;
    }

    private Guid Held(BrokerRequest request)
    {
        var held = broker.Queue(request.Entity).Held(request.LockToken!.Value);
        var number = held?.Message.SequenceNumber.ToString(CultureInfo.InvariantCulture);
        return held is not null && (request.MessageId == number || request.MessageId == held.Message.MessageId)
            ? held.LockToken
            : throw new BrokerRequestException(
                404, $"No message '{request.MessageId}' is locked by '{request.LockToken}': the lock ran out or the message was settled.");
    }

    // Not part of Service Bus, whose counts are another API: for the demo and for tests.
    private async Task CountAsync(HttpContext context, BrokerRequest request)
    {
        var counts = await broker.Queue(request.Entity).CountAsync(context.RequestAborted);
        await context.Response.WriteAsJsonAsync(
            new { activeMessageCount = counts.Active, deadLetterMessageCount = counts.DeadLetter, scheduledMessageCount = counts.Scheduled },
            context.RequestAborted);
    }

    private static Task AnswerAsync(HttpContext context, LockedMessage locked, bool isLocked)
    {
        var response = context.Response;
        CustomProperties.Write(locked.Message.Properties, response.Headers);
        response.Headers["BrokerProperties"] = BrokerPropertiesWriter.Write(locked, isLocked);
        response.ContentType = locked.Message.ContentType ?? "application/octet-stream";
        response.ContentLength = locked.Message.Body.Length;
        return response.Body.WriteAsync(locked.Message.Body, context.RequestAborted).AsTask();
    }

    private static Task RefuseAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml; charset=utf-8";
        var error = new XElement("Error", new XElement("Code", status), new XElement("Detail", detail));
        return context.Response.WriteAsync(error.ToString(SaveOptions.DisableFormatting), context.RequestAborted);
    }

    private static TimeSpan Timeout(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return TimeSpan.FromSeconds(DefaultTimeoutSeconds);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new BrokerRequestException(400, $"timeout is '{text}'; allowed are 0 to 3600 seconds.");
    }

    private static int StatusOf(ServiceBusFailureReason reason) => reason switch
    {
        ServiceBusFailureReason.MessagingEntityNotFound => 404,
        ServiceBusFailureReason.MessageLockLost => 404,
        ServiceBusFailureReason.MessageNotFound => 404,
        ServiceBusFailureReason.MessageSizeExceeded => 403,
        ServiceBusFailureReason.QuotaExceeded => 403,
        _ => 400,
    };
}
