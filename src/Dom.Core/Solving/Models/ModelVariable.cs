namespace Dom.Core.Solving.Models;

/// <summary>An integer variable of the model, from 0 up.</summary>
public sealed record ModelVariable
{
    /// <summary>Stands for an index that the variable has not.</summary>
    public const int None = -1;

    /// <summary>What it stands for.</summary>
    public required VariableKind Kind { get; init; }

    /// <summary>Its order.</summary>
    public required int Order { get; init; }

    /// <summary>Its line, or <see cref="None"/>.</summary>
    public int Line { get; init; } = None;

    /// <summary>Its location, or <see cref="None"/>.</summary>
    public int Location { get; init; } = None;

    /// <summary>Its mode, or <see cref="None"/>.</summary>
    public int Mode { get; init; } = None;

    /// <summary>Its weight band, or <see cref="None"/>.</summary>
    public int Band { get; init; } = None;

    /// <summary>Its greatest value, 0 or more.</summary>
    public required long Upper { get; init; }

    /// <summary>What one of it costs, minor units.</summary>
    public required long Cost { get; init; }

    /// <summary>Units that one of it stands for: those of the line where that is not splittable, else 1.</summary>
    public int UnitsEach { get; init; } = 1;

    /// <summary>Its name: letters, digits and underscores, which every solver reads; it starts with no letter that could begin a number.</summary>
    public string Name => Kind switch
    {
        VariableKind.Assigned => $"x_{Line}_{Location}",
        VariableKind.Unassigned => $"u_{Line}",
        VariableKind.Served => $"s_{Line}_{Location}",
        VariableKind.Parcel => $"p_{Order}_{Location}_{Mode}_{Band}",
        VariableKind.Used => $"w_{Order}_{Location}",
        _ => $"n_{Order}",
    };
}
