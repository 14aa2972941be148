using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Sourcing;

/// <summary>What is the same for every request to one network: its order, its numbers, and how rules part it. Worked out once for a network and kept as long as that is.</summary>
internal sealed class NetworkColumns
{
    // A memory, not a state: a network never changes, and what is worked out from it is the same at any time.
    private static readonly ConditionalWeakTable<Location[], NetworkColumns> Known = [];

    private readonly ConditionalWeakTable<Profile, PlaceClasses> _classes = [];
    private readonly Dictionary<LocationId, int> _indexes;
    private readonly Dictionary<DeliveryMode, bool[]> _offers = [];
    private readonly Lazy<int[]> _openings;

    private NetworkColumns(Location[] network)
    {
        Locations = Sorted(network);
        _openings = new Lazy<int[]>(() => Openings.Number(Locations));
        Cosines = Array.ConvertAll(Locations, location => GreatCircle.Cosine(location.Position.Latitude));
        _indexes = new Dictionary<LocationId, int>(Locations.Length);
        for (var at = 0; at < Locations.Length; at++)
        {
            var location = Locations[at];
            if (!_indexes.TryAdd(location.LocationId, at))
            {
                throw new ArgumentException($"Location '{location.LocationId}' stands twice in the network; ids are unique.", nameof(network));
            }

            LimitsOrders |= location.OrdersPerDay is not null;
            LimitsWork |= (location.LinesPerDay ?? location.UnitsPerDay) is not null;
            foreach (var mode in location.Modes)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_offers, mode, out _) ??= new bool[Locations.Length])[at] = true;
            }
        }
    }

    /// <summary>The locations by id, ordinal; a location's index is its place here.</summary>
    public Location[] Locations { get; }

    /// <summary>By location: the cosine of its latitude.</summary>
    public double[] Cosines { get; }

    /// <summary>Whether any location limits the orders of its day.</summary>
    public bool LimitsOrders { get; }

    /// <summary>Whether any location limits the lines or units of its day.</summary>
    public bool LimitsWork { get; }

    /// <summary>By location: a number from 0; locations of one number are of one kind, and open and close alike.</summary>
    public int[] OpeningOfLocation => _openings.Value;

    /// <summary>The columns of a network.</summary>
    /// <param name="network">The locations, in any order.</param>
    /// <exception cref="ArgumentException">A location stands twice.</exception>
    public static NetworkColumns Of(ImmutableArray<Location> network) =>
        Known.GetValue(ImmutableCollectionsMarshal.AsArray(network) ?? [], locations => new NetworkColumns(locations));

    /// <summary>The index of a location; negative where the network has none of that id.</summary>
    /// <param name="locationId">Its id.</param>
    public int IndexOf(LocationId locationId) => _indexes.TryGetValue(locationId, out var at) ? at : -1;

    /// <summary>By location: whether it offers a mode; none where no location does.</summary>
    /// <param name="mode">The mode.</param>
    public bool[]? Offers(DeliveryMode mode) => _offers.GetValueOrDefault(mode);

    /// <summary>How the rules of a profile part the network.</summary>
    /// <param name="profile">The profile.</param>
    public PlaceClasses ClassesOf(Profile profile) => _classes.GetValue(profile, known => new PlaceClasses(known, this));

    private static Location[] Sorted(Location[] network)
    {
        for (var at = 1; at < network.Length; at++)
        {
            if (Compare(network[at - 1], network[at]) > 0)
            {
                var sorted = (Location[])network.Clone();
                Array.Sort(sorted, Compare);
                return sorted;
            }
        }

        return network;
    }

    private static int Compare(Location one, Location other) => string.CompareOrdinal(one.LocationId.Value, other.LocationId.Value);
}
