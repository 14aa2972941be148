namespace Azure.Data.Tables;

/// <summary>What one action of a transaction does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Inserts a row that must not exist.</summary>
    Add = 0,

    /// <summary>Changes some properties of a row.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces a row.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes a row.</summary>
    Delete = 3,

    /// <summary>Changes some properties of a row, or inserts it.</summary>
    UpsertMerge = 4,

    /// <summary>Replaces a row, or inserts it.</summary>
    UpsertReplace = 5,
}
