using Dom.Core.Sourcing.Costs;
using Dom.Core.Sourcing.Scarcity;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing.Waves;

/// <summary>An order of a wave as its rules and costs leave it: the lines that are decided about, and the locations that each could come from.</summary>
internal sealed class WaveOrder
{
    private readonly int[] _wanted;

    /// <summary>Screens a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="before">The decision whose units are to be assigned again, by other locations; none to decide about all units anew.</param>
    /// <param name="isProposal">Whether a plan may leave out of account what columns cannot hold of the order's rules: then <see cref="WaveProposal"/> looks at its part afterwards.</param>
    /// <exception cref="ArgumentException">The request is not valid.</exception>
    public WaveOrder(SourcingRequest request, SourcingDecision? before, bool isProposal = false)
    {
        RequestCheck.ThrowIfInvalid(request);
        Screening = new Screening(request);
        (Before, IsProposal) = (before, isProposal);
        Scarcity = new ScarcityCharges(Screening);
        Unpriced = new Charges(Screening, priorityOfLocation: Screening.Limits.PriorityOfLocation);
        Charges = Unpriced.With(Scarcity);
        var assigned = before?.Assignments.ToLookup(part => part.LineId, part => part.Quantity);
        _wanted = [.. request.Lines.Select(line => assigned is null ? line.Quantity : assigned[line.LineId].Sum())];
        Lines = [.. Screening.Limits.Groups.SelectMany(group => group).Where(line => _wanted[line] > 0).Order()];
        LastPriority = isProposal ? PriorityReach.Find(Screening, Unpriced, Screening.Limits, _wanted).LastPriority : null;
        CandidatesOfLine = [.. Lines.Select(FindCandidates)];
        Ways = [.. Lines.Select(line => Screening.WayOfLine[line]).Distinct().Order()];
        LocationsOfWay = [.. Ways.Select(way => Union([.. Enumerable.Range(0, Lines.Length).Where(at => Screening.WayOfLine[Lines[at]] == way).Select(at => CandidatesOfLine[at])]))];
        Locations = Union(LocationsOfWay);
    }

    /// <summary>The screened request.</summary>
    public Screening Screening { get; }

    /// <summary>The decision whose units are to be assigned again; none where all units are decided about anew.</summary>
    public SourcingDecision? Before { get; }

    /// <summary>Whether a plan may leave out of account what columns cannot hold of the order's rules.</summary>
    public bool IsProposal { get; }

    /// <summary>The worst priority of the locations that it could come from, as it would be by itself; none where no priority holds, or all locations are looked at.</summary>
    public int? LastPriority { get; }

    /// <summary>What is charged, scarcity prices with it.</summary>
    public Charges Charges { get; }

    /// <summary>What is charged without them.</summary>
    public Charges Unpriced { get; }

    /// <summary>What scarcity prices charge.</summary>
    public ScarcityCharges Scarcity { get; }

    /// <summary>Indexes of the request's lines that are decided about, ascending.</summary>
    public int[] Lines { get; }

    /// <summary>For each of <see cref="Lines"/>: indexes of the locations that it could come from by itself, ascending.</summary>
    public int[][] CandidatesOfLine { get; }

    /// <summary>The ways of <see cref="Lines"/>, ascending, <see cref="Screening.Nowhere"/> among them where a line is collected.</summary>
    public int[] Ways { get; }

    /// <summary>For each of <see cref="Ways"/>: indexes of the locations that any of its lines could come from, ascending.</summary>
    public int[][] LocationsOfWay { get; }

    /// <summary>Indexes of the locations that any line could come from, ascending.</summary>
    public int[] Locations { get; }

    /// <summary>Whether all that is decided about is assigned, or nothing.</summary>
    public bool IsWhole => Before is not null || Screening.Limits.MustAssignAll || IsOneGroup;

    /// <summary>Most locations of the whole order, 1 or more; none means any number.</summary>
    public int? MaxLocations => (IsOneGroup, Lines, Screening.Limits) switch
    {
        (true, _, _) => 1,
        (_, [var only], var limits) when limits.MaxLocationsOfLine[only] < (limits.MaxLocations ?? int.MaxValue) => limits.MaxLocationsOfLine[only],
        _ => Screening.Limits.MaxLocations,
    };

    /// <summary>Whether it comes from one location at most, whatever the plan.</summary>
    public bool IsFromOne => MaxLocations == 1 || (Lines.Length == 1 && !Screening.Limits.MayBeSplit[Lines[0]]);

    // Lines that come together, and nothing besides: then the order comes from one location, or not at all.
    private bool IsOneGroup => Lines.Length > 1 && Screening.Limits.Groups.Any(group => Lines.All(line => group.Contains(line)));

    /// <summary>Units of a line that are decided about.</summary>
    /// <param name="line">Index of the line in the request.</param>
    public int Wanted(int line) => _wanted[line];

    /// <summary>Most units of a line that a location could give.</summary>
    /// <param name="line">Index of the line in the request.</param>
    /// <param name="location">Index of the location.</param>
    public int Most(int line, int location) => Math.Min(_wanted[line], Screening.UsableUnits(Screening.SkuOfLine[line], location));

    /// <summary>Weight of one unit of a line, grams; 0 where it makes no difference to its parcels.</summary>
    /// <param name="line">Index of the line in the request.</param>
    public int UnitGrams(int line)
    {
        var way = Screening.WayOfLine[line];
        if (way == Screening.Nowhere || !Charges.DependsOnContents(way))
        {
            return 0;
        }

        var lines = Charges.Parcels.Of(way);
        return lines.UnitGrams[Array.IndexOf(lines.Lines, line)];
    }

    /// <summary>What every plan of the order costs besides: units that are not decided about, and, where all is assigned again, what the order costs once.</summary>
    /// <exception cref="OverflowException">It is beyond 64 bits.</exception>
    public long ConstantMinorUnits()
    {
        var left = Screening.Request.Lines.Sum(line => (long)line.Quantity) - Lines.Sum(line => (long)_wanted[line]);
        return checked((left * Charges.UnassignedUnitMinorUnits) + (Before is null || Lines.Length == 0 ? 0 : Charges.OrderMinorUnits));
    }

    private int[] FindCandidates(int line)
    {
        var (way, found) = (Screening.WayOfLine[line], new List<int>());
        var least = Screening.Limits.MayBeSplit[line] ? 1 : _wanted[line];
        int[] alone = [line];
        var contents = new ParcelContents((long)UnitGrams(line) * least, 0, null);
        for (var location = 0; location < Screening.Locations.Length; location++)
        {
            if (!(Screening.Limits.PriorityOfLocation?[location] > LastPriority)
                && ProblemBuilder.CanFulfil(Screening, alone, location)
                && (way == Screening.Nowhere || HasSurcharges(way, location) || Charges.ParcelMinorUnits(way, location, contents) is not null))
            {
                found.Add(location);
            }
        }

        return [.. found];
    }

    private static int[] Union(int[][] sets) => sets is [var only] ? only : [.. sets.SelectMany(set => set).Distinct().Order()];

    // What such parcels cost is not asked: they are refused as a whole.
    private bool HasSurcharges(int way, int location) => Charges.Parcels.TariffOf(way, location) is { HasSurchargesByContents: true };
}
