namespace Dom.LocalHost.Broker.Rest;

/// <summary>A request to the REST data plane cannot be served as it is.</summary>
/// <param name="status">The HTTP status of the answer.</param>
/// <param name="message">What is wrong with which field, its value, and what is allowed.</param>
internal sealed class BrokerRequestException(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status of the answer.</summary>
    public int Status { get; } = status;
}
