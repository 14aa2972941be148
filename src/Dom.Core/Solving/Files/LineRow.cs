namespace Dom.Core.Solving.Files;

/// <summary>A line as it is read.</summary>
/// <param name="Id">The number of its id.</param>
/// <param name="Sku">Its SKU.</param>
/// <param name="Quantity">Its units.</param>
/// <param name="UnitGrams">Weight of a unit.</param>
/// <param name="Mode">Its mode.</param>
/// <param name="Splittable">Whether its units may come from several locations.</param>
/// <param name="OnlyLocation">The one location allowed, or <see cref="LineColumns.AnyLocation"/>.</param>
internal readonly record struct LineRow(int Id, int Sku, int Quantity, int UnitGrams, int Mode, bool Splittable, int OnlyLocation);
