namespace Grpc.Core;

/// <summary>A call's outcome and its explanation.</summary>
/// <param name="statusCode">The outcome.</param>
/// <param name="detail">The explanation, in words.</param>
public readonly struct Status(StatusCode statusCode, string detail)
{
    /// <summary>The outcome.</summary>
    public StatusCode StatusCode { get; } = statusCode;

    /// <summary>The explanation, in words.</summary>
    public string Detail { get; } = detail;
}
