#nullable disable annotations // as in the real package, so that callers compile the same against both

using System.ComponentModel;

namespace Azure.Data.Tables.Models;

/// <summary>The code that the service gives a refusal, as in <see cref="RequestFailedException.ErrorCode"/>.</summary>
public readonly struct TableErrorCode : IEquatable<TableErrorCode>
{
    private readonly string _value;

    /// <summary>A code by its name.</summary>
    /// <param name="value">The name, as the service writes it.</param>
    public TableErrorCode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A batch names rows of more than one partition.</summary>
    public static TableErrorCode CommandsInBatchActOnDifferentPartitions { get; } =
        new("CommandsInBatchActOnDifferentPartitions");

    /// <summary>The row to insert exists.</summary>
    public static TableErrorCode EntityAlreadyExists { get; } = new("EntityAlreadyExists");

    /// <summary>The row to change does not exist.</summary>
    public static TableErrorCode EntityNotFound { get; } = new("EntityNotFound");

    /// <summary>The row is larger than 1 MiB.</summary>
    public static TableErrorCode EntityTooLarge { get; } = new("EntityTooLarge");

    /// <summary>A batch names a row twice.</summary>
    public static TableErrorCode InvalidDuplicateRow { get; } = new("InvalidDuplicateRow");

    /// <summary>The request is not well formed.</summary>
    public static TableErrorCode InvalidInput { get; } = new("InvalidInput");

    /// <summary>A property is larger than 64 KiB.</summary>
    public static TableErrorCode PropertyValueTooLarge { get; } = new("PropertyValueTooLarge");

    /// <summary>The row or table does not exist.</summary>
    public static TableErrorCode ResourceNotFound { get; } = new("ResourceNotFound");

    /// <summary>The table to create exists.</summary>
    public static TableErrorCode TableAlreadyExists { get; } = new("TableAlreadyExists");

    /// <summary>The table was deleted a moment ago and cannot be created yet.</summary>
    public static TableErrorCode TableBeingDeleted { get; } = new("TableBeingDeleted");

    /// <summary>The table does not exist.</summary>
    public static TableErrorCode TableNotFound { get; } = new("TableNotFound");

    /// <summary>The row has another version than the one demanded.</summary>
    public static TableErrorCode UpdateConditionNotSatisfied { get; } = new("UpdateConditionNotSatisfied");

    /// <summary>A code by its name.</summary>
    /// <param name="value">The name, as the service writes it.</param>
    public static implicit operator TableErrorCode(string value) => new(value);

    /// <summary>Whether a code is the one named.</summary>
    public static bool operator ==(TableErrorCode code, string value) => value != null && code.Equals(value);

    /// <summary>Whether a code is another one than the one named.</summary>
    public static bool operator !=(TableErrorCode code, string value) => !(code == value);

    /// <summary>Whether a code is the one named.</summary>
    public static bool operator ==(string value, TableErrorCode code) => code == value;

    /// <summary>Whether a code is another one than the one named.</summary>
    public static bool operator !=(string value, TableErrorCode code) => !(code == value);

    /// <summary>Whether two codes are the same, in any case of letters.</summary>
    public static bool operator ==(TableErrorCode left, TableErrorCode right) => left.Equals(right);

    /// <summary>Whether two codes differ.</summary>
    public static bool operator !=(TableErrorCode left, TableErrorCode right) => !left.Equals(right);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is TableErrorCode other && Equals(other);

    /// <inheritdoc/>
    public bool Equals(TableErrorCode other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_value ?? "");

    /// <inheritdoc/>
    public override string ToString() => _value;
}
