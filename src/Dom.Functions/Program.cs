using Azure.Core.Serialization;
using Dom.Core;
using Dom.Functions;
using Dom.Functions.Security;
using Dom.Functions.Sourcing.OrTools;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();

// Only around HTTP functions: a middleware that awaits would move an orchestration off its thread, which fails it.
builder.UseWhen<AccessMiddleware>(context => context.GetHttpContext() is not null);

// One serializer for durable payloads, so that the local host and Azure read each other's.
builder.Services.Configure<WorkerOptions>(options => options.Serializer = new JsonObjectSerializer(DomJson.Options));
builder.Services.AddOrTools();
builder.Services.AddDom(builder.Configuration);
builder.Services.AddDomClients(builder.Configuration);

await builder.Build().RunAsync();
