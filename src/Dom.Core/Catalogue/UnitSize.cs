namespace Dom.Core.Catalogue;

/// <summary>The box around one unit, in millimetres, each side 1 or more.</summary>
/// <param name="LengthMm">Its length.</param>
/// <param name="WidthMm">Its width.</param>
/// <param name="HeightMm">Its height.</param>
public readonly record struct UnitSize(int LengthMm, int WidthMm, int HeightMm)
{
    /// <summary>Its volume, in cubic millimetres.</summary>
    public long CubicMillimetres => (long)LengthMm * WidthMm * HeightMm;
}
