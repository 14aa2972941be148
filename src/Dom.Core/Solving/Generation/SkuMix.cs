namespace Dom.Core.Solving.Generation;

/// <summary>Which SKUs lines ask for.</summary>
/// <param name="Usual">How often each is usually drawn, promotions included.</param>
/// <param name="Other">Another ranking, that some lines are drawn from.</param>
/// <param name="OtherPercent">How many lines of a hundred.</param>
internal sealed record SkuMix(Popularity Usual, Popularity Other, int OtherPercent)
{
    /// <summary>Draws a SKU.</summary>
    /// <param name="random">Where chance comes from; the usual demand takes no more of it than its SKU needs.</param>
    public int Draw(RandomStream random) => (OtherPercent > 0 && random.Happens(OtherPercent) ? Other : Usual).Draw(random);
}
