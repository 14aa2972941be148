using System.Collections.Immutable;

namespace Dom.Core.Solving.Models;

/// <summary>A linear constraint: the sum of its terms is at most, at least, or equal to its right side.</summary>
/// <param name="Name">Its name: a letter that says what it is for, and indices.</param>
/// <param name="Terms">Its terms, each variable once.</param>
/// <param name="Sense">How they compare.</param>
/// <param name="Right">The right side.</param>
public sealed record ModelRow(string Name, ImmutableArray<ModelTerm> Terms, RowSense Sense, long Right);
