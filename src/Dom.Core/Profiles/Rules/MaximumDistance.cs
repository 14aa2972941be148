namespace Dom.Core.Profiles.Rules;

/// <summary>What is sent comes from no farther than this. The lowest that holds counts. Collecting is not sending.</summary>
public sealed record MaximumDistance : Rule
{
    /// <summary>Kilometres on the great circle, 0 or more.</summary>
    public required double Km { get; init; }
}
