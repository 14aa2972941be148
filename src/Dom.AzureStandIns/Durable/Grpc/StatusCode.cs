namespace Grpc.Core;

/// <summary>The outcomes of a call that the durable client reports.</summary>
public enum StatusCode
{
    /// <summary>The call succeeded.</summary>
    OK = 0,

    /// <summary>The cause is not known.</summary>
    Unknown = 2,

    /// <summary>An argument breaks a rule, whatever the state.</summary>
    InvalidArgument = 3,

    /// <summary>What the call is about does not exist.</summary>
    NotFound = 5,

    /// <summary>What the call is about is not in a state that allows it.</summary>
    FailedPrecondition = 9,
}
