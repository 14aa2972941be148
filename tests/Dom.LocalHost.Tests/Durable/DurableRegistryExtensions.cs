using System.Text.Json;
using Dom.LocalHost.Durable;

namespace Dom.LocalHost.Tests.Durable;

/// <summary>Activities that tests need.</summary>
internal static class DurableRegistryExtensions
{
    /// <summary>An activity <c>echo</c> that returns its input.</summary>
    public static DurableRegistry AddEcho(this DurableRegistry registry) => registry.AddActivity("echo", (call, _) =>
        Task.FromResult<object?>(call.Input is null ? null : JsonSerializer.Deserialize<JsonElement>(call.Input)));
}
