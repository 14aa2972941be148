using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Sourcing;
using Dom.Functions.Storage;

namespace Dom.Functions.Sourcing;

/// <summary>What is known at the moment of a decision.</summary>
public sealed record SourcingSituation
{
    /// <summary>The order and how far it is.</summary>
    public required StoredOrder Order { get; init; }

    /// <summary>Which attempt this is, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Which decision of the attempt this is, from 0.</summary>
    public required int Revision { get; init; }

    /// <summary>When stock was read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Locations and profiles.</summary>
    public required Configuration Configuration { get; init; }

    /// <summary>Stock of the SKUs that the order still needs.</summary>
    public required ImmutableDictionary<Sku, StockSnapshot> Stock { get; init; }

    /// <summary>How locations have answered offers so far.</summary>
    public ImmutableDictionary<LocationId, AnswerHistory> Answers { get; init; } = ImmutableDictionary<LocationId, AnswerHistory>.Empty;

    /// <summary>The same by the top categories of those SKUs' products.</summary>
    public ImmutableArray<CategoryAnswers> AnswersByCategory { get; init; } = [];

    /// <summary>What is known of those SKUs.</summary>
    public ImmutableDictionary<Sku, Product> Products { get; init; } = ImmutableDictionary<Sku, Product>.Empty;

    /// <summary>What locations with a limit have taken today.</summary>
    public required ImmutableDictionary<LocationId, DayLoad> Loads { get; init; }
}
