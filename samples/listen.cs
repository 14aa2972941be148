#:package Azure.Identity
#:package Azure.Messaging.ServiceBus
#:property PublishAot=false

// Shows what happens to orders, from a subscription of the topic. dotnet run samples/listen.cs all
// From the emulator of infra/local, or, with DOM_SERVICE_BUS=NAMESPACE.servicebus.windows.net, from Azure with your own sign-in.
using System.Text.Json;
using Azure.Identity;
using Azure.Messaging.ServiceBus;

const string emulator = "Endpoint=sb://localhost;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;";
var subscription = args is [var first, ..] ? first : "all";

await using var client = Environment.GetEnvironmentVariable("DOM_SERVICE_BUS") is { Length: > 0 } azure
    ? new ServiceBusClient(azure, new DefaultAzureCredential())
    : new ServiceBusClient(emulator);
await using var receiver = client.CreateReceiver("fulfillment-events", subscription);

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

// Delivery is at least once: an id that was seen before is a repeat.
var seen = new HashSet<string>();
try
{
    await foreach (var message in receiver.ReceiveMessagesAsync(stop.Token))
    {
        var happened = JsonDocument.Parse(message.Body).RootElement;
        if (seen.Add(happened.GetProperty("id").GetString()!))
        {
            Console.WriteLine($"{happened.GetProperty("time")}  {happened.GetProperty("subject")}  {happened.GetProperty("type")}");
        }

        await receiver.CompleteMessageAsync(message);
    }
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    // Ctrl-C ends the wait.
}
