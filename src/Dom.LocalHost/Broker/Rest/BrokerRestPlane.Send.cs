using System.Globalization;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;

namespace Dom.LocalHost.Broker.Rest;

/// <content>Sending.</content>
internal sealed partial class BrokerRestPlane
{
    private const string PropertiesHeader = "BrokerProperties";

    // A batch may have several messages' worth of JSON around their bodies, but no more in all than one message.
    private const long MostRequestBytes = 2 * BrokerLimits.MaxMessageBytes;

    private async Task SendAsync(HttpContext context, BrokerRequest request)
    {
        var intake = broker.Intake(request.Entity);
        var body = await BodyAsync(context, request);
        var messages = IsBatch(context.Request) ? BatchReader.Read(body) : [Single(context.Request, body)];
        messages.ForEach(intake.Check);
        foreach (var message in messages)
        {
            await intake.SendAsync(message, context.RequestAborted);
        }

        context.Response.StatusCode = 201;
    }

    private static bool IsBatch(HttpRequest request) =>
        request.ContentType?.StartsWith(BatchReader.ContentType, StringComparison.OrdinalIgnoreCase) == true;

    private static BrokerMessage Single(HttpRequest request, byte[] body)
    {
        var message = new BrokerMessage
        {
            Body = body,
            ContentType = request.ContentType,
            Properties = CustomProperties.Read(request.Headers),
        };
        return request.Headers.TryGetValue(PropertiesHeader, out var json)
            ? BrokerPropertiesReader.Read(json.ToString(), message)
            : message;
    }

    private static async Task<byte[]> BodyAsync(HttpContext context, BrokerRequest request)
    {
        if (context.Request.ContentLength > MostRequestBytes)
        {
            throw TooLong(request);
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is var read and > 0)
        {
            body.Write(buffer, 0, read);

            if (body.Length > MostRequestBytes)
            {
                throw TooLong(request);
            }
        }

        return body.ToArray();
    }

    private static ServiceBusException TooLong(BrokerRequest request) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The request has more than {MostRequestBytes} bytes; allowed are {BrokerLimits.MaxMessageBytes} a message."),
        ServiceBusFailureReason.MessageSizeExceeded,
        request.Entity);
}
