using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Dom.Functions.Storage;

/// <summary>Tells why transactions fail.</summary>
internal static class TransactionFaults
{
    /// <summary>Whether somebody was faster: a row changed, came or went since it was read.</summary>
    /// <param name="fault">The failure.</param>
    public static bool IsConflict(this TableTransactionFailedException fault) =>
        fault.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied
        || fault.ErrorCode == TableErrorCode.EntityAlreadyExists
        || fault.ErrorCode == TableErrorCode.ResourceNotFound;
}
