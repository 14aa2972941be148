namespace Dom.Core.Solving.Prices;

/// <summary>Everything may be taken: only prices tell the orders what others want.</summary>
internal readonly struct Unlimited : IResources
{
    /// <inheritdoc/>
    public bool AllowsUnlisted => true;

    /// <inheritdoc/>
    public bool IsLimited => false;

    /// <inheritdoc/>
    public bool HasPlace(int location) => true;

    /// <inheritdoc/>
    public bool HasUnits(int code, int units) => true;
}
