using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing;

/// <summary>A plan with what it was made from.</summary>
/// <param name="First">The request, screened with every rule in force.</param>
/// <param name="Screening">The request as it was screened when the last line was placed: soft rules may have fallen.</param>
/// <param name="Charges">What is charged, scarcity prices with it.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Unpriced">The plan as it would be without scarcity prices.</param>
internal sealed record SourcedPlan(Screening First, Screening Screening, Charges Charges, FoundPlan Plan, FoundPlan Unpriced);
