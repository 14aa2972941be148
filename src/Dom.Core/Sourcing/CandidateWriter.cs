using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Sourcing.Costs;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing;

/// <summary>
/// Writes what became of each location for a line: in full for those that people ask about (chosen, cheapest, nearest), by the rule that excluded them for the
/// others. Sentences cost more than the decision itself.
/// </summary>
/// <param name="screening">The screened request.</param>
/// <param name="charges">What is charged.</param>
/// <param name="terms">The same as terms.</param>
/// <param name="plan">The plan.</param>
/// <param name="unpriced">The plan without scarcity prices.</param>
internal sealed class CandidateWriter(Screening screening, Charges charges, CostTerms terms, FoundPlan plan, FoundPlan unpriced)
{
    /// <summary>How many of the cheapest possible locations are written in full, besides those chosen.</summary>
    public const int CheapestInFull = 10;

    /// <summary>How many of the nearest excluded locations are written in full.</summary>
    public const int NearestInFull = 8;

    private readonly long?[] _costs = new long?[screening.Locations.Length];

    /// <summary>Writes what became of each location for a line.</summary>
    /// <param name="line">Index of the line.</param>
    public LineDecision Write(int line)
    {
        var units = new int[screening.Request.Lines.Length];
        units[line] = screening.Request.Lines[line].Quantity;
        var (full, isWritten) = (Choose(line, units), new bool[_costs.Length]);
        var records = ImmutableArray.CreateBuilder<CandidateRecord>(full.Count);
        foreach (var location in full)
        {
            isWritten[location] = true;
            records.Add(InFull(line, location, units));
        }

        return new LineDecision(screening.Request.Lines[line].LineId, records.MoveToImmutable()) { Others = Others(line, isWritten) };
    }

    // Those chosen, then what is possible by cost, distance and id, then what is excluded by distance and id.
    private List<int> Choose(int line, int[] units)
    {
        var way = screening.WayOfLine[line];
        var contents = way == Screening.Nowhere ? default : charges.Contents(way, units);
        var (cheapest, nearest) = (new Best(CheapestInFull), new Best(NearestInFull));
        var chosen = new List<int>();
        for (var location = 0; location < _costs.Length; location++)
        {
            _costs[location] = screening.ExcludedBy(line, location) is null ? CostAlone(way, location, contents, line, units[line]) : null;
            if (plan.UnitsAt(line, location) > 0)
            {
                chosen.Add(location);
            }
            else if (_costs[location] is { } cost)
            {
                cheapest.Offer(cost, screening.Metres(way, location), location);
            }
            else
            {
                nearest.Offer(0, screening.MetresOnGround(way, location), location);
            }
        }

        var possible = cheapest.Locations.ToList();
        possible.AddRange(unpriced.Parts.Where(part => part.Line == line && !chosen.Contains(part.Location) && !possible.Contains(part.Location)).Select(part => part.Location));
        return [.. chosen, .. possible, .. nearest.Locations];
    }

    private CandidateRecord InFull(int line, int location, int[] units)
    {
        var (way, cost) = (screening.WayOfLine[line], _costs[location]);
        var metres = screening.MetresOnGround(way, location);
        return new CandidateRecord
        {
            LocationId = screening.Locations[location].LocationId,
            DistanceKm = metres < 0 ? null : Math.Round(metres / 1000.0, 1, MidpointRounding.AwayFromZero),
            Available = screening.AvailableUnits(screening.SkuOfLine[line], location),
            Exclusion = screening.ExcludedBy(line, location)?.Justify(screening.Candidate(line, location)) ?? (cost is null ? terms.Refusal(way, location, units) : null),
            Cost = cost is null ? null : terms.OfOneLocation(location, units, isExplained: true),
            DearerMinorUnits = cost - (plan.Of(line) is [var only] ? _costs[only.Location] : null),
            IsChosen = plan.UnitsAt(line, location) > 0,
            IsChosenWithoutPrices = unpriced.UnitsAt(line, location) > 0,
        };
    }

    private ImmutableArray<OtherCandidates> Others(int line, bool[] isWritten)
    {
        var counts = new int[SourcingRule.All.Length + 2];
        for (var location = 0; location < isWritten.Length; location++)
        {
            counts[GroupOf(line, location)] += isWritten[location] ? 0 : 1;
        }

        var groups = Array.ConvertAll(counts, count => count == 0 ? null : ImmutableArray.CreateBuilder<LocationId>(count));
        for (var location = 0; location < isWritten.Length; location++)
        {
            if (!isWritten[location])
            {
                groups[GroupOf(line, location)]!.Add(screening.Locations[location].LocationId);
            }
        }

        return
        [
            .. groups.Select((locations, group) => (Kind: group switch { 0 => Exclusion.Tariff, 1 => OtherCandidates.Possible, _ => SourcingRule.All[group - 2].Kind }, locations))
                .Where(group => group.locations is not null)
                .OrderBy(group => group.Kind, StringComparer.Ordinal)
                .Select(group => new OtherCandidates(group.Kind, group.locations!.MoveToImmutable())),
        ];
    }

    // 0 where no tariff takes the parcel, 1 where it could come from, then the rules that exclude it by their numbers.
    private int GroupOf(int line, int location) =>
        screening.ExclusionNumber(line, location) is > 0 and var number ? number + 1 : _costs[location] is null ? 0 : 1;

    // None where no tariff takes the parcel.
    private long? CostAlone(int way, int location, in ParcelContents contents, int line, int units)
    {
        var parcel = way == Screening.Nowhere ? 0 : charges.ParcelMinorUnits(way, location, contents);
        return parcel is null ? null : checked(parcel.Value + charges.LineMinorUnits(line, location, units) + charges.LocationMinorUnits(location) + charges.OrderMinorUnits);
    }

    /// <summary>The best few of many.</summary>
    /// <param name="most">How many are kept.</param>
    private sealed class Best(int most)
    {
        private readonly List<(long Cost, int Metres, int Location)> _kept = [];

        public IEnumerable<int> Locations => _kept.Select(kept => kept.Location);

        public void Offer(long cost, int metres, int location)
        {
            var offered = (cost, metres, location);
            if (_kept.Count == most)
            {
                if (offered.CompareTo(_kept[^1]) >= 0)
                {
                    return;
                }

                _kept.RemoveAt(most - 1);
            }

            var at = _kept.BinarySearch(offered);
            _kept.Insert(~at, offered);
        }
    }
}
