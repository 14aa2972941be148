namespace Dom.Core.Solving.Pools;

/// <summary>How many units each slot has. Implemented by structs, so that asking costs no call.</summary>
internal interface ISlotUnits
{
    /// <summary>Units of a slot.</summary>
    /// <param name="slot">The slot.</param>
    int Of(int slot);
}
