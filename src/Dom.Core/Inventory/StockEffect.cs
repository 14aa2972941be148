namespace Dom.Core.Inventory;

/// <summary>What a rejection says about the stock that was believed to be there.</summary>
public enum StockEffect
{
    /// <summary>Nothing: the stock is there, the location just did not take the work.</summary>
    None,

    /// <summary>The rejected units are not there.</summary>
    Quantity,

    /// <summary>Nothing is left there but what other orders still count on.</summary>
    All,
}
