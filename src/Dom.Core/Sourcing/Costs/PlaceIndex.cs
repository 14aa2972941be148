using System.Runtime.InteropServices;
using Dom.Core.Network;
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

    private (ulong[] Marks, (int Location, string Group)[] Of)? _memberships;

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
        if (!scope.Types.IsEmpty)
        {
            var isMeant = Array.ConvertAll(Enum.GetValues<LocationType>(), scope.Types.Contains);
            for (var location = 0; location < match.Length; location++)
            {
                match[location] = isMeant[(int)screening.Locations[location].Type] ? ByKind : (byte)0;
            }
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
        _memberships ??= ListMemberships();
        var (members, mark) = (new List<int>(), Mark(group));
        ReadOnlySpan<ulong> marks = _memberships.Value.Marks;
        var from = 0;
        while (marks[from..].IndexOf(mark) is >= 0 and var next)
        {
            from += next + 1;
            var (location, name) = _memberships.Value.Of[from - 1];
            if (name == group)
            {
                members.Add(location);
            }
        }

        return [.. members];
    }

    private (ulong[] Marks, (int Location, string Group)[] Of) ListMemberships()
    {
        var all = new List<(int Location, string Group)>(2 * screening.Locations.Length);
        for (var location = 0; location < screening.Locations.Length; location++)
        {
            foreach (var group in screening.Locations[location].Groups)
            {
                all.Add((location, group));
            }
        }

        var marks = new ulong[all.Count];
        for (var at = 0; at < marks.Length; at++)
        {
            marks[at] = Mark(all[at].Group);
        }

        return (marks, [.. all]);
    }

    // Length and three letters: names that differ in them need not be compared, and marks in a row are searched many at a time.
    private static ulong Mark(string name) =>
        name.Length == 0 ? 0 : ((ulong)name.Length << 48) ^ ((ulong)name[^1] << 32) ^ ((ulong)name[name.Length / 2] << 16) ^ name[0];
}
