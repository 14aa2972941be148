namespace Dom.Core.Solving.Models;

/// <summary>A variable of a row, times a number.</summary>
/// <param name="Variable">The variable's index.</param>
/// <param name="Coefficient">The number, not 0.</param>
public readonly record struct ModelTerm(int Variable, long Coefficient);
