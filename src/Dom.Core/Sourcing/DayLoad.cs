namespace Dom.Core.Sourcing;

/// <summary>What a location has taken on one day of its own.</summary>
/// <param name="Orders">Orders, 0 or more; one counts once however many shipments it makes there.</param>
/// <param name="Lines">Order lines, or parts of them, 0 or more.</param>
/// <param name="Units">Units, 0 or more.</param>
public readonly record struct DayLoad(int Orders, int Lines, int Units)
{
    /// <summary>The load of orders alone.</summary>
    /// <param name="orders">How many.</param>
    public static DayLoad OfOrders(int orders) => new(orders, 0, 0);

    /// <summary>What is left of a load when a part of it is taken back; never below nothing.</summary>
    /// <param name="one">The load.</param>
    /// <param name="other">The part.</param>
    public static DayLoad operator -(DayLoad one, DayLoad other) =>
        new(Math.Max(0, one.Orders - other.Orders), Math.Max(0, one.Lines - other.Lines), Math.Max(0, one.Units - other.Units));

    /// <summary>Two loads together.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    public static DayLoad operator +(DayLoad one, DayLoad other) => new(one.Orders + other.Orders, one.Lines + other.Lines, one.Units + other.Units);
}
