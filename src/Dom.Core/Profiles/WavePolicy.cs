namespace Dom.Core.Profiles;

/// <summary>What waves may change of what a profile has decided.</summary>
public sealed record WavePolicy
{
    /// <summary>
    /// Whether waves may give to other locations what is offered and not accepted, where that saves more than <see cref="Costs.CostFactors.ChurnMinorUnits"/> for each line
    /// that changes its location. Default no: what is offered stays until its location answers.
    /// </summary>
    public bool MovesOffers { get; init; }
}
