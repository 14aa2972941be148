namespace Dom.Core.Solving.Generation;

/// <summary>What problem to generate.</summary>
public sealed record GeneratorOptions
{
    /// <summary>Most orders, locations or SKUs.</summary>
    public const int Most = 10_000_000;

    /// <summary>How many orders, 1 to <see cref="Most"/>.</summary>
    public required int Orders { get; init; }

    /// <summary>How many locations, 1 to <see cref="Most"/>.</summary>
    public required int Locations { get; init; }

    /// <summary>How many SKUs, 1 to <see cref="Most"/>.</summary>
    public required int Skus { get; init; }

    /// <summary>Another seed gives another problem of the same kind.</summary>
    public required int Seed { get; init; }

    /// <summary>How scarce stock and capacity are. Default: low.</summary>
    public Contention Contention { get; init; } = Contention.Low;

    /// <summary>Another day brings other orders to the same network with the same stock, 0 or more. Default 0.</summary>
    public int Day { get; init; }

    /// <summary>How the orders differ from what the network was stocked for. Default: they do not.</summary>
    public DemandShift Shift { get; init; } = DemandShift.None;
}
