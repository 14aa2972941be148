using Dom.Core.Sourcing.Costs;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing;

/// <summary>A plan with what it was made from.</summary>
/// <param name="First">The request, screened with every rule in force.</param>
/// <param name="Screening">The request as it was screened when the last line was placed: soft rules may have fallen.</param>
/// <param name="Charges">What is charged, scarcity prices with it.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Unpriced">The plan as it would be without scarcity prices.</param>
internal sealed record SourcedPlan(Screening First, Screening Screening, Charges Charges, FoundPlan Plan, FoundPlan Unpriced)
{
    /// <summary>Whether it assigns every unit.</summary>
    public bool IsWhole => Plan.Parts.Sum(part => (long)part.Units) == Screening.Request.Lines.Sum(line => (long)line.Quantity);

    /// <summary>What it costs, with what the units that it leaves count for.</summary>
    /// <exception cref="OverflowException">It is beyond 64 bits.</exception>
    public long CostMinorUnits() => new CostTerms(Screening, Charges).OfPlan(DecisionWriter.Parts(Plan, Screening.Request.Lines.Length)).TotalMinorUnits;
}
