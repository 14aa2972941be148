using Azure;

namespace Dom.LocalHost.Broker;

/// <summary>Tells the failures of storage from those of the program.</summary>
internal static class StorageFailure
{
    /// <summary>Whether storage refused a request, or could not be reached by it and its retries.</summary>
    /// <param name="failure">What was thrown.</param>
    public static bool Is(Exception failure) => failure switch
    {
        RequestFailedException or IOException => true,
        AggregateException several => several.InnerExceptions.All(Is),
        _ => false,
    };
}
