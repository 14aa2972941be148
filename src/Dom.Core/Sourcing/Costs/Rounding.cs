namespace Dom.Core.Sourcing.Costs;

/// <summary>How every cost that is not whole is rounded: half a minor unit up, once, on the amount as it stands in its term. Integers throughout, so every machine charges the same.</summary>
internal static class Rounding
{
    /// <summary>A quotient to the nearest whole number, half rounded up.</summary>
    /// <param name="amount">What is divided, 0 or more.</param>
    /// <param name="by">What it is divided by, 1 or more.</param>
    /// <exception cref="OverflowException">The amount is beyond 64 bits.</exception>
    public static long HalfUp(long amount, long by) => checked(amount + (by / 2)) / by;
}
