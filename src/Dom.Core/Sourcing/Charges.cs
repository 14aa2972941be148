using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles.Costs;
using Dom.Core.Sourcing.Costs;
using Dom.Core.Sourcing.Scarcity;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing;

/// <summary>What the profile charges for a request, as numbers: <see cref="CostTerms"/> tells the same in words. Everything is in whole minor units.</summary>
internal sealed class Charges : IPlanCosts
{
    // Ten priorities there are; a location without one comes after them.
    private const int BestPriority = 1;

    private readonly CostFactors _costs;
    private readonly byte[]? _priorityOfLocation;
    private readonly ImmutableArray<DemandLine> _lines;
    private readonly Location[] _locations;

    /// <summary>Works out what does not depend on a plan.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="scarcity">What scarcity prices charge; none to charge nothing.</param>
    /// <param name="priorityOfLocation">By location index: 1, the best, to 10, and 11 for none; none where no priority holds.</param>
    public Charges(Screening screening, ScarcityCharges? scarcity = null, byte[]? priorityOfLocation = null)
    {
        var places = new PlaceIndex(screening);
        (_costs, Scarcity, _priorityOfLocation) = (screening.Request.Profile.Costs, scarcity, priorityOfLocation);
        (_lines, _locations) = (screening.Request.Lines, screening.Locations);
        (Parcels, Handling) = (new ParcelCharges(screening, places), new HandlingCharges(screening, places));
        (Lateness, Refusals) = (new LatenessCharges(screening), new RefusalCharges(screening));
    }

    private Charges(Charges other, ScarcityCharges? scarcity)
    {
        (_costs, Scarcity, _priorityOfLocation) = (other._costs, scarcity, other._priorityOfLocation);
        (_lines, _locations) = (other._lines, other._locations);
        (Parcels, Handling, Lateness, Refusals) = (other.Parcels, other.Handling, other.Lateness, other.Refusals);
    }

    /// <summary>What a unit left unassigned counts for, 0 or more.</summary>
    public long UnassignedUnitMinorUnits => _costs.UnassignedUnitMinorUnits;

    /// <summary>What an order that is fulfilled at all costs once, wherever from, less the split cost of its first location, which <see cref="LocationMinorUnits"/> charges: it may be below 0.</summary>
    public long OrderMinorUnits => checked(Handling.OrderMinorUnits - _costs.SplitMinorUnits);

    /// <summary>What parcels cost.</summary>
    public ParcelCharges Parcels { get; }

    /// <summary>What handling and labour cost.</summary>
    public HandlingCharges Handling { get; }

    /// <summary>What lateness costs.</summary>
    public LatenessCharges Lateness { get; }

    /// <summary>What refusals are expected to cost.</summary>
    public RefusalCharges Refusals { get; }

    /// <summary>What scarcity prices charge; none where they charge nothing.</summary>
    public ScarcityCharges? Scarcity { get; }

    /// <summary>The same charges with others for scarcity.</summary>
    /// <param name="scarcity">What scarcity prices charge; none to charge nothing.</param>
    public Charges With(ScarcityCharges? scarcity) => new(this, scarcity);

    /// <summary>Whether a way's parcels cost more or less by what is in them.</summary>
    /// <param name="way">Number of the way.</param>
    public bool DependsOnContents(int way) => Parcels.DependsOnContents(way);

    /// <summary>What a parcel would hold.</summary>
    /// <param name="way">Number of the way.</param>
    /// <param name="unitsOfLine">Units of each line in it; those of lines that go another way are not looked at.</param>
    /// <exception cref="OverflowException">They weigh, take or cost more than 64 bits hold.</exception>
    public ParcelContents Contents(int way, ReadOnlySpan<int> unitsOfLine) => Parcels.Contents(way, unitsOfLine);

    /// <summary>What a parcel costs, 0 or more; none where no tariff takes it: it goes too far, or is too heavy. 0 where nothing is sent.</summary>
    /// <param name="way">Number of the way.</param>
    /// <param name="location">Index of the location that sends it.</param>
    /// <param name="contents">What is in it; not looked at where the way does not depend on contents.</param>
    /// <exception cref="OverflowException">It costs more than 64 bits hold.</exception>
    public long? ParcelMinorUnits(int way, int location, in ParcelContents contents) => Parcels.MinorUnits(way, location, contents);

    /// <summary>What any parcel of a way costs at least, whatever is in it; 0 where no tariff takes any.</summary>
    /// <param name="way">Number of the way.</param>
    /// <param name="location">Index of the location that sends it.</param>
    public long LeastParcelMinorUnits(int way, int location) => Parcels.LeastMinorUnits(way, location);

    /// <inheritdoc/>
    public ParcelFloor FloorOf(int way, int location) => Parcels.FloorOf(way, location);

    /// <summary>What units of a line cost at a location: handling, labour, lateness, the expected cost of a refusal, scarce units. 0 or more.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    /// <param name="units">Units, 1 or more.</param>
    /// <exception cref="OverflowException">They cost more than 64 bits hold.</exception>
    public long LineMinorUnits(int line, int location, int units) => checked(
        (_costs.UnitMinorUnits * units)
        + Handling.Line(line, location, units)
        + Lateness.Line(line, location)
        + Refusals.Line(line, location)
        + (Scarcity?.Units(line, location, units) ?? 0)
        + Handicap(line, location));

    /// <summary>What using a location costs at all: handling, its priority, its scarce place, and one more location, which <see cref="OrderMinorUnits"/> takes off again once. 0 or more.</summary>
    /// <param name="location">Index of the location.</param>
    public long LocationMinorUnits(int location) => checked(
        Handling.Location(location) + PriorityMinorUnits(location) + _costs.SplitMinorUnits + (Scarcity?.Place(location) ?? 0));

    /// <summary>What a line is charged everywhere but at the location that is favoured for it.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public long Handicap(int line, int location) =>
        _lines[line].Favoured is { } favoured && _locations[location].LocationId != favoured.LocationId ? favoured.MinorUnits : 0;

    /// <summary>What a location's priority costs.</summary>
    /// <param name="location">Index of the location.</param>
    public long PriorityMinorUnits(int location) => PriorityOf(location) is { } priority ? checked((priority - BestPriority) * _costs.PriorityStepMinorUnits) : 0;

    /// <summary>A location's priority, 11 for none; none where no priority holds.</summary>
    /// <param name="location">Index of the location.</param>
    public int? PriorityOf(int location) => _priorityOfLocation?[location];
}
