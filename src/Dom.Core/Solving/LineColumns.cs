namespace Dom.Core.Solving;

/// <summary>The lines of a problem's orders, a column per property, in the order of their orders.</summary>
public sealed class LineColumns
{
    /// <summary>Stands for every location.</summary>
    public const int AnyLocation = -1;

    /// <summary>Their ids, unique within their order.</summary>
    public required string[] Ids { get; init; }

    /// <summary>The SKU of each.</summary>
    public required int[] Sku { get; init; }

    /// <summary>Units of each, 1 or more.</summary>
    public required int[] Quantity { get; init; }

    /// <summary>Weight of one unit, grams, 0 or more.</summary>
    public required int[] UnitGrams { get; init; }

    /// <summary>The delivery mode of each.</summary>
    public required int[] Mode { get; init; }

    /// <summary>Whether its units may come from several locations, and be assigned in part; otherwise it is whole from one location, or empty.</summary>
    public required bool[] Splittable { get; init; }

    /// <summary>The one location allowed, as for a pickup; <see cref="AnyLocation"/> where any is.</summary>
    public required int[] OnlyLocation { get; init; }

    /// <summary>The fewest units of a line that a location can serve: one of a splittable line, all of another.</summary>
    /// <param name="line">The line.</param>
    public int LeastUnits(int line) => Splittable[line] ? 1 : Quantity[line];
}
