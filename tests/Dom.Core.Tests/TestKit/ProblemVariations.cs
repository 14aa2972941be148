using Dom.Core.Solving;

namespace Dom.Core.Tests.TestKit;

/// <summary>A problem with one thing changed.</summary>
internal static class ProblemVariations
{
    public static SourcingProblem WithOrders(
        this SourcingProblem problem, bool? shipComplete = null, int? maxLocations = null, double? maxDistanceKm = null) => With(
        problem,
        orders: new OrderColumns
        {
            Ids = problem.Orders.Ids,
            Latitude = problem.Orders.Latitude,
            Longitude = problem.Orders.Longitude,
            MaxLocations = [.. problem.Orders.MaxLocations.Select(value => maxLocations ?? value)],
            MaxDistanceKm = [.. problem.Orders.MaxDistanceKm.Select(value => maxDistanceKm ?? value)],
            ShipComplete = [.. problem.Orders.ShipComplete.Select(value => shipComplete ?? value)],
            LineStart = problem.Orders.LineStart,
        });

    public static SourcingProblem WithLines(this SourcingProblem problem, bool? splittable = null, int? onlyLocation = null) => With(
        problem,
        lines: new LineColumns
        {
            Ids = problem.Lines.Ids,
            Sku = problem.Lines.Sku,
            Quantity = problem.Lines.Quantity,
            UnitGrams = problem.Lines.UnitGrams,
            Mode = problem.Lines.Mode,
            Splittable = [.. problem.Lines.Splittable.Select(value => splittable ?? value)],
            OnlyLocation = [.. problem.Lines.OnlyLocation.Select(value => onlyLocation ?? value)],
        });

    public static SourcingProblem WithLocations(this SourcingProblem problem, ulong? modes = null, int? maxOrders = null) => With(
        problem,
        locations: new LocationColumns
        {
            Ids = problem.Locations.Ids,
            Types = problem.Locations.Types,
            Latitude = problem.Locations.Latitude,
            Longitude = problem.Locations.Longitude,
            Modes = [.. problem.Locations.Modes.Select(value => modes ?? value)],
            MaxOrders = [.. problem.Locations.MaxOrders.Select(value => maxOrders ?? value)],
            ParcelCost = problem.Locations.ParcelCost,
            UnitCost = problem.Locations.UnitCost,
        });

    public static SourcingProblem WithCandidates(this SourcingProblem problem, CandidateColumns candidates) => With(problem, candidates: candidates);

    public static SourcingProblem WithRates(this SourcingProblem problem, ModeRates rates) => With(problem, rates: rates);

    private static SourcingProblem With(
        SourcingProblem problem,
        OrderColumns? orders = null,
        LineColumns? lines = null,
        LocationColumns? locations = null,
        CandidateColumns? candidates = null,
        ModeRates? rates = null) => new()
        {
            Locations = locations ?? problem.Locations,
            Stock = problem.Stock,
            Orders = orders ?? problem.Orders,
            Lines = lines ?? problem.Lines,
            Modes = rates is null ? problem.Modes : [rates],
            UnfilledUnitCost = problem.UnfilledUnitCost,
            Candidates = candidates ?? problem.Candidates,
        };
}
