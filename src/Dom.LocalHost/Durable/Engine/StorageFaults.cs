using Azure;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>Tells failures of the storage from others.</summary>
internal static class StorageFaults
{
    /// <summary>True when trying again later may help.</summary>
    /// <param name="exception">The failure.</param>
    public static bool MayPass(Exception exception) => exception switch
    {
        RequestFailedException request => !IsRefusal(request),
        AggregateException several => several.InnerExceptions.All(MayPass),
        IOException or TimeoutException or HttpRequestException or TaskCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    /// <summary>True when the storage refuses what it was given, and will do so again.</summary>
    /// <param name="exception">The failure.</param>
    public static bool IsRefusal(RequestFailedException exception) => exception.Status is 400 or 413;
}
