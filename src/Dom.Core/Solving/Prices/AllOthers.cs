namespace Dom.Core.Solving.Prices;

/// <summary>What some other resources allow, but not one location.</summary>
/// <param name="resources">The other resources.</param>
/// <param name="location">The location.</param>
internal readonly struct AllOthers<TResources>(TResources resources, int location) : IResources
    where TResources : IResources
{
    /// <inheritdoc/>
    public bool AllowsUnlisted => resources.AllowsUnlisted;

    /// <inheritdoc/>
    public bool IsLimited => resources.IsLimited;

    /// <inheritdoc/>
    public bool HasPlace(int place) => place != location && resources.HasPlace(place);

    /// <inheritdoc/>
    public bool HasUnits(int code, int units) => resources.HasUnits(code, units);
}
