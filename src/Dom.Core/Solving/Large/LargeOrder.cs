namespace Dom.Core.Solving.Large;

/// <summary>An order of too many states to be priced exactly: what it asks, and what was found out about it so far.</summary>
internal sealed class LargeOrder
{
    /// <summary>Reads an order.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="order">The order; it has lines.</param>
    public LargeOrder(SourcingProblem problem, int order)
    {
        (Order, FirstLine) = (order, problem.Orders.LineStart[order]);
        var lines = FirstLine..problem.Orders.LineStart[order + 1];
        Quantity = problem.Lines.Quantity[lines];
        UnitGrams = problem.Lines.UnitGrams[lines];
        Splittable = problem.Lines.Splittable[lines];
        var skus = problem.Lines.Sku[lines];
        FirstOfSku = [.. skus.Select(sku => Array.IndexOf(skus, sku))];
        var modes = problem.Lines.Mode[lines];
        Modes = [.. modes.Distinct()];
        Mode = [.. modes.Select(mode => Array.IndexOf(Modes, mode))];
        MaxLocations = problem.Orders.MaxLocations[order];
        ShipComplete = problem.Orders.ShipComplete[order];
        Values = new int[Lines];
        Best = new int[Lines];
        Caps = new int[Lines];
    }

    /// <summary>The order.</summary>
    public int Order { get; }

    /// <summary>Its first line.</summary>
    public int FirstLine { get; }

    /// <summary>How many lines it has.</summary>
    public int Lines => Quantity.Length;

    /// <summary>Units of each line.</summary>
    public int[] Quantity { get; }

    /// <summary>Weight of a unit of each line, grams.</summary>
    public int[] UnitGrams { get; }

    /// <summary>Whether each line's units may come from several locations.</summary>
    public bool[] Splittable { get; }

    /// <summary>For each line the first line that wants the same SKU.</summary>
    public int[] FirstOfSku { get; }

    /// <summary>The modes that its lines go by.</summary>
    public int[] Modes { get; }

    /// <summary>For each line its mode's place in <see cref="Modes"/>.</summary>
    public int[] Mode { get; }

    /// <summary>Most locations that may serve it.</summary>
    public int MaxLocations { get; }

    /// <summary>Whether it comes whole or not at all.</summary>
    public bool ShipComplete { get; }

    /// <summary>What a unit of each line is worth at the prices of the last pass, price units.</summary>
    public int[] Values { get; }

    /// <summary>What a unit of each line is worth at the prices of the best bound, price units.</summary>
    public int[] Best { get; }

    /// <summary>The greatest values for which <see cref="Core"/> holds every location that matters, price units.</summary>
    public int[] Caps { get; }

    /// <summary>The locations that matter while values keep to <see cref="Caps"/>; none before they were looked for.</summary>
    public SupplyTable? Core { get; private set; }

    /// <summary>Whether <see cref="Values"/> were searched for yet.</summary>
    public bool HasValues { get; private set; }

    /// <summary>The locations of the plan that it chose last.</summary>
    public IReadOnlyList<int> Chosen { get; private set; } = [];

    /// <summary>Whether <see cref="Core"/> was looked for before values were known: it holds more than it need.</summary>
    public bool IsCoreGuessed { get; private set; }

    /// <summary>Sets the locations that matter.</summary>
    /// <param name="core">The locations.</param>
    public void SetCore(SupplyTable core) => (Core, IsCoreGuessed) = (core, !HasValues);

    /// <summary>Turns back to the values of the best bound.</summary>
    public void Restore() => Best.CopyTo(Values, 0);

    /// <summary>Takes values, and the plan that goes with them.</summary>
    /// <param name="values">Values, price units.</param>
    /// <param name="chosen">The plan's locations.</param>
    public void Remember(ReadOnlySpan<int> values, IReadOnlyList<int> chosen)
    {
        values[..Lines].CopyTo(Values);
        (HasValues, Chosen) = (true, chosen);
    }
}
