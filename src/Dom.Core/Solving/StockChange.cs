namespace Dom.Core.Solving;

/// <summary>A slot has another amount of stock than before.</summary>
/// <param name="Slot">The slot of <see cref="StockColumns"/>.</param>
/// <param name="Available">Units available now, 0 or more, those that plans already count on included.</param>
public readonly record struct StockChange(int Slot, int Available);
