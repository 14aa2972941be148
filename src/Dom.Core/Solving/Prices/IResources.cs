namespace Dom.Core.Solving.Prices;

/// <summary>What an order may take while it is priced. Implemented by structs, so that what always holds costs nothing.</summary>
internal interface IResources
{
    /// <summary>Whether a list whose locations are exhausted may stand for the cheapest location left out, which consumes nothing.</summary>
    bool AllowsUnlisted { get; }

    /// <summary>Whether units must be asked for at all.</summary>
    bool IsLimited { get; }

    /// <summary>Whether the order may use a location.</summary>
    /// <param name="location">The location.</param>
    bool HasPlace(int location);

    /// <summary>Whether the order may take units.</summary>
    /// <param name="code">The code of the slot: see <see cref="Pools.SlotCode"/>.</param>
    /// <param name="units">How many.</param>
    bool HasUnits(int code, int units);
}
