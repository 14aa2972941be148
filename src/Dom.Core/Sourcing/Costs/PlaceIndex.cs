using System.Runtime.InteropServices;
using Dom.Core.Profiles;

namespace Dom.Core.Sourcing.Costs;

/// <summary>Finds the locations that scopes hold at. A group is looked up once, however many scopes name it.</summary>
/// <param name="screening">The screened request.</param>
internal sealed class PlaceIndex(Screening screening)
{
    private const byte ByKind = 1;
    private const byte ByGroup = 2;
    private const byte ById = 3;

    private readonly Dictionary<string, int[]> _groups = new(StringComparer.Ordinal);

    /// <summary>How particular a scope is about each location, by index, as <see cref="PlaceScope.Match"/> tells, but 0 where it does not hold.</summary>
    /// <param name="scope">The scope.</param>
    /// <returns>None where it holds everywhere.</returns>
    public byte[]? Match(PlaceScope scope)
    {
        if (scope.IsEverywhere)
        {
            return null;
        }

        var match = new byte[screening.Locations.Length];
        for (var location = 0; !scope.Types.IsEmpty && location < match.Length; location++)
        {
            match[location] = scope.Types.Contains(screening.Locations[location].Type) ? ByKind : (byte)0;
        }

        foreach (var group in scope.Groups)
        {
            foreach (var location in Members(group))
            {
                match[location] = ByGroup;
            }
        }

        foreach (var id in scope.Locations)
        {
            if (screening.IndexOf(id) is >= 0 and var location)
            {
                match[location] = ById;
            }
        }

        return match;
    }

    private int[] Members(string group)
    {
        ref var members = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, group, out _);
        return members ??= Find(group);
    }

    private int[] Find(string group)
    {
        var members = new List<int>();
        for (var location = 0; location < screening.Locations.Length; location++)
        {
            foreach (var own in screening.Locations[location].Groups)
            {
                if (own == group)
                {
                    members.Add(location);
                    break;
                }
            }
        }

        return [.. members];
    }
}
