namespace Dom.Core.Profiles.Rules;

/// <summary>A location that refused a SKU often enough is not asked for it again for a while. The least number of refusals counts; of equals, the longest time.</summary>
public sealed record MaximumRejects : Rule
{
    /// <summary>Refusals (rejections, expiries, short picks) of a SKU by a location after which it cools off, 1 or more.</summary>
    public required int Refusals { get; init; }

    /// <summary>For how long after its last refusal it is not asked, above 0, in elapsed time.</summary>
    public required TimeSpan CoolingOff { get; init; }
}
