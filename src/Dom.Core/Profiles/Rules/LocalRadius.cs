namespace Dom.Core.Profiles.Rules;

/// <summary>Locations within this distance of the destination count as equally near: their distance is taken for 0, in choices and in costs by distance. The greatest counts.</summary>
public sealed record LocalRadius : Rule
{
    /// <summary>Kilometres, above 0.</summary>
    public required double Km { get; init; }
}
