#nullable disable annotations // as in the real package, so that callers compile the same against both

namespace Azure.Data.Tables;

/// <summary>One action of a transaction on rows of one partition.</summary>
public class TableTransactionAction
{
    /// <summary>An action without a condition.</summary>
    /// <param name="actionType">What to do.</param>
    /// <param name="entity">The row to do it with.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <summary>An action on a certain version of a row.</summary>
    /// <param name="actionType">What to do.</param>
    /// <param name="entity">The row to do it with.</param>
    /// <param name="etag">
    /// The version that updates and deletes demand. The default deletes any version, but turns an update into an
    /// upsert.
    /// </param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    /// <summary>What to do.</summary>
    public TableTransactionActionType ActionType { get; }

    /// <summary>The row to do it with.</summary>
    public ITableEntity Entity { get; }

    /// <summary>The version demanded; the default demands none.</summary>
    public ETag ETag { get; }
}
