namespace Dom.Core.Solving.Generation;

/// <summary>
/// How a day's demand differs from what the network was stocked for. Nothing of the network or its stock changes: what was laid out for the usual demand meets another.
/// </summary>
/// <remarks>Shares stay shares: what a shift adds to one SKU or region, the others lose.</remarks>
public sealed record DemandShift
{
    /// <summary>The usual demand.</summary>
    public static DemandShift None { get; } = new();

    /// <summary>How many orders come for a hundred of the usual ones, 1 to 1000. Default 100.</summary>
    public int OrdersPercent { get; init; } = 100;

    /// <summary>How many lines of a hundred are drawn from another ranking of SKUs, which has nothing to do with the usual one, 0 to 100. Default 0.</summary>
    public int OtherMixPercent { get; init; }

    /// <summary>How many orders of a hundred, beyond those that go there anyway, go west of 100° west, 0 to 100. Default 0. Orders for the same day stay near their store.</summary>
    public int WestPercent { get; init; }

    /// <summary>How many SKUs are promoted, each twentieth of the usual ranking from the tenth on, 0 to as many as there are. Default 0.</summary>
    public int PromotedSkus { get; init; }

    /// <summary>What the weight of promoted SKUs is multiplied by, 1 to 1000. Default 8.</summary>
    public int PromotionFactor { get; init; } = 8;
}
