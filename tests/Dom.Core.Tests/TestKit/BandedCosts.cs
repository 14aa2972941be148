using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Costs;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Tests.TestKit;

/// <summary>Costs with everything that a search must heed: bands of weight, tariffs that refuse, costs by line and location, costs of a split, from a seed.</summary>
internal sealed class BandedCosts : IPlanCosts
{
    private readonly int[] _gramsOfLine;
    private readonly bool[] _isByWeight;
    private readonly int[] _flat;
    private readonly int[] _limit;
    private readonly int[] _locations;
    private readonly (int First, int Thousandths)[] _lines;
    private readonly int _split;
    private readonly int _order;
    private readonly int _locationCount;

    public BandedCosts(Screening screening, Random random)
    {
        (_locationCount, var lines) = (screening.Locations.Length, screening.Request.Lines.Length);
        _gramsOfLine = [.. Many(lines, () => random.Next(1, 10) * 100)];
        _isByWeight = [.. Many(screening.WayCount, () => random.Next(3) > 0)];
        _flat = [.. Many(screening.WayCount * _locationCount, () => random.Next(8) * 100)];
        _limit = [.. Many(screening.WayCount * _locationCount, () => random.Next(4) == 0 ? random.Next(3000) : int.MaxValue)];
        _locations = [.. Many(_locationCount, () => random.Next(2) * random.Next(300))];
        _lines = [.. Many(lines * _locationCount, () => (random.Next(2) * random.Next(100), random.Next(2) * random.Next(60_000)))];
        _split = random.Next(2) * random.Next(500);
        _order = random.Next(2) * random.Next(500);
        UnassignedUnitMinorUnits = random.Next(3) switch { 0 => random.Next(400), 1 => 2000, _ => 1_000_000 };
    }

    public long UnassignedUnitMinorUnits { get; }

    public long OrderMinorUnits => _order - _split;

    public bool DependsOnContents(int way) => _isByWeight[way];

    public ParcelContents Contents(int way, ReadOnlySpan<int> unitsOfLine)
    {
        var grams = 0L;
        for (var line = 0; line < unitsOfLine.Length; line++)
        {
            grams += (long)unitsOfLine[line] * _gramsOfLine[line];
        }

        return new ParcelContents(grams, 0, null);
    }

    // Bands of half a kilogram that cost now more and now less for each further one: two light parcels may be cheaper than a heavy one.
    public long? ParcelMinorUnits(int way, int location, in ParcelContents contents)
    {
        var at = (way * _locationCount) + location;
        var bands = contents.Grams / 500;
        return !_isByWeight[way] ? (_limit[at] < 1000 ? null : _flat[at])
            : contents.Grams > _limit[at] ? null
            : _flat[at] + (way % 2 == 0 ? bands * bands * 90 : bands * 200);
    }

    public long LeastParcelMinorUnits(int way, int location) => _flat[(way * _locationCount) + location];

    public long LineMinorUnits(int line, int location, int units)
    {
        var (first, thousandths) = _lines[(line * _locationCount) + location];
        return first + ((((long)thousandths * units) + 500) / 1000);
    }

    public long LocationMinorUnits(int location) => _locations[location] + _split;

    private static IEnumerable<T> Many<T>(int count, Func<T> make) => Enumerable.Range(0, count).Select(_ => make());
}
