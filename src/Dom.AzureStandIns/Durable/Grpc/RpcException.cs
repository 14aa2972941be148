namespace Grpc.Core;

/// <summary>What the durable client throws for an instance that is missing or has ended.</summary>
public class RpcException : Exception
{
    /// <summary>Creates the exception from a call's outcome.</summary>
    /// <param name="status">The outcome.</param>
    public RpcException(Status status)
        : this(status, $"Status(StatusCode=\"{status.StatusCode}\", Detail=\"{status.Detail}\")")
    {
    }

    /// <summary>Creates the exception from a call's outcome with a message of its own.</summary>
    /// <param name="status">The outcome.</param>
    /// <param name="message">The message.</param>
    public RpcException(Status status, string message)
        : base(message)
    {
        Status = status;
    }

    /// <summary>The call's outcome.</summary>
    public Status Status { get; }

    /// <summary>The call's outcome, without its explanation.</summary>
    public StatusCode StatusCode => Status.StatusCode;
}
