using Dom.Core.Sourcing.Rules;
using Dom.Core.Sourcing.Search;
using static System.FormattableString;

namespace Dom.Core.Sourcing;

/// <summary>Says why a plan leaves a line unassigned.</summary>
internal static class UnassignedReasons
{
    /// <summary>The reason, and the same for people.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="line">Index of a line that the plan leaves unassigned, or some units of.</param>
    public static (UnassignedReason Reason, string Sentence) Of(Screening screening, FoundPlan plan, int line)
    {
        var demand = screening.Request.Lines[line];
        if (screening.Locations.Length > 0 && screening.ExcludedBy(line, 0) is ExcludeLineRule rule)
        {
            return (UnassignedReason.Excluded, rule.Justify(screening.Candidate(line, 0)).Sentence);
        }

        if (!screening.Request.Stock.ContainsKey(demand.Sku))
        {
            return (UnassignedReason.UnknownSku, $"'{demand.Sku}' has never been stocked anywhere.");
        }

        var (eligible, lacking, most) = Count(screening, line);
        if (eligible > 0)
        {
            return UnitsOfAll(screening, line) is var units && screening.Limits.MayBeSplit[line] && units < demand.Quantity
                ? (UnassignedReason.NoStock, Invariant($"The {eligible} locations that could fulfil the line have {units} of '{demand.Sku}' to give together; {demand.Quantity} are wanted."))
                : (UnassignedReason.LimitedByOrder, LimitOf(screening, plan, line));
        }

        return lacking > 0
            ? (UnassignedReason.NoStock, Invariant($"None of the {lacking} locations that could fulfil the line has {demand.Quantity} of '{demand.Sku}' to give; the most is {most}."))
            : (UnassignedReason.NoEligibleLocation, NoLocation(screening, line));
    }

    private static (int Eligible, int Short, int MostUnits) Count(Screening screening, int line)
    {
        var (eligible, lacking, most) = (0, 0, 0);
        for (var location = 0; location < screening.Locations.Length; location++)
        {
            switch (screening.ExcludedBy(line, location))
            {
                case null:
                    eligible++;
                    break;
                case { IsOfStock: true }:
                    lacking++;
                    most = Math.Max(most, screening.UsableUnits(screening.SkuOfLine[line], location));
                    break;
                default:
                    break;
            }
        }

        return (eligible, lacking, most);
    }

    private static long UnitsOfAll(Screening screening, int line)
    {
        var units = 0L;
        for (var location = 0; location < screening.Locations.Length; location++)
        {
            units += screening.IsEligible(line, location) ? screening.UsableUnits(screening.SkuOfLine[line], location) : 0;
        }

        return units;
    }

    private static string NoLocation(Screening screening, int line)
    {
        var rules = Enumerable.Range(0, screening.Locations.Length)
            .CountBy(location => screening.ExcludedBy(line, location)!.Kind)
            .OrderByDescending(rule => rule.Value)
            .Select(rule => Invariant($"{rule.Key} {rule.Value}"));
        return screening.Locations.Length == 0
            ? "The network has no locations."
            : Invariant($"None of the {screening.Locations.Length} locations may fulfil the line; excluded by rule: {string.Join(", ", rules)}.");
    }

    private static string LimitOf(Screening screening, FoundPlan plan, int line)
    {
        var (request, limits) = (screening.Request, screening.Limits);
        var group = limits.Groups.First(group => group.Contains(line));
        if (group.Length > 1 && !Enumerable.Range(0, screening.Locations.Length).Any(location => ProblemBuilder.CanFulfil(screening, group, location)))
        {
            return $"Lines {string.Join(", ", group.Select(other => $"'{request.Lines[other].LineId}'"))} are kept together, and no location can fulfil all of them.";
        }

        if (request.Profile.Costs.UnassignedUnitMinorUnits <= request.Profile.Costs.UnitMinorUnits)
        {
            return Cheaper(screening, plan, line);
        }

        if (limits.MustAssignAll)
        {
            return limits.MaxLocations is { } most
                ? Invariant($"The order is sourced whole or not at all, and no plan of at most {most} locations fulfils every line at less than leaving it unassigned counts for.")
                : "The order is sourced whole or not at all, and no plan fulfils every line at less than leaving it unassigned counts for.";
        }

        if (plan.LocationCount >= limits.MaxLocations)
        {
            return Invariant($"The order may come from at most {limits.MaxLocations} locations, and those that the plan uses serve it better without this line.");
        }

        if (plan.Of(line).Length >= limits.MaxLocationsOfLine[line])
        {
            return Invariant($"The line may come from at most {limits.MaxLocationsOfLine[line]} locations, and those that the plan uses have no more to give.");
        }

        if (limits.MinParcelValueMinorUnits > 0)
        {
            return Invariant($"Where an order is split, each location must send goods worth {limits.MinParcelValueMinorUnits} minor units at least; with the line no plan would do so at less than leaving it unassigned counts for.");
        }

        return request.Lines.Any(other => other.LineId != request.Lines[line].LineId && other.Sku == request.Lines[line].Sku)
            ? $"Other lines of the order take the stock of '{request.Lines[line].Sku}', or fulfilling the line would cost more than leaving it unassigned counts for."
            : Cheaper(screening, plan, line);
    }

    private static string Cheaper(Screening screening, FoundPlan plan, int line)
    {
        var units = screening.Request.Lines[line].Quantity - plan.AssignedUnits(line);
        var counts = (long)units * screening.Request.Profile.Costs.UnassignedUnitMinorUnits;
        return Invariant($"Fulfilling the line would not cost less than the {counts} minor units that leaving its {units} units unassigned counts for.");
    }
}
