#:package Azure.Identity
#:package Azure.Messaging.ServiceBus
#:property PublishAot=false

// Sends an order to the queue. dotnet run samples/post-order.cs W-1001
// To the emulator of infra/local, or, with DOM_SERVICE_BUS=NAMESPACE.servicebus.windows.net, to Azure with your own sign-in.
using Azure.Identity;
using Azure.Messaging.ServiceBus;

const string emulator = "Endpoint=sb://localhost;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;";
var orderId = args is [var first, ..] ? first : "W-1001";

await using var client = Environment.GetEnvironmentVariable("DOM_SERVICE_BUS") is { Length: > 0 } azure
    ? new ServiceBusClient(azure, new DefaultAzureCredential())
    : new ServiceBusClient(emulator);
await using var sender = client.CreateSender("orders");

var order = new
{
    orderId,
    channel = "web",
    placedAt = DateTimeOffset.UtcNow,
    currency = "USD",
    destination = new { name = "Ann Lee", line1 = "1 Main St", city = "Reno", region = "NV", postalCode = "89501", country = "US" },
    lines = new[] { new { lineId = "1", sku = "SKU-0001", quantity = 2, unitPrice = 1999, unitGrams = 450, mode = "ship" } },
};

// The order's id is the message's: the queue itself drops what is sent twice.
await sender.SendMessageAsync(new ServiceBusMessage(BinaryData.FromObjectAsJson(order)) { MessageId = orderId, ContentType = "application/json" });
Console.WriteLine($"Sent {orderId}.");
