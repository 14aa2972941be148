namespace Dom.Functions.Security;

/// <summary>What a caller is.</summary>
public enum Role
{
    /// <summary>A commerce channel: posts orders, sees and cancels them.</summary>
    Channel,

    /// <summary>A store: sees and does the work of its own locations.</summary>
    Store,

    /// <summary>An operator: sees all, and sets locations, stock and orders right.</summary>
    Operator,

    /// <summary>Sees what an operator sees.</summary>
    Viewer,
}
