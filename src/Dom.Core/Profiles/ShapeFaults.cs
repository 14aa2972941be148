using System.Collections.Immutable;
using System.Globalization;

namespace Dom.Core.Profiles;

/// <summary>Gathers what is wrong with the shape of a part of a profile.</summary>
/// <param name="groups">The location groups of the network; none where they are not to be looked at.</param>
internal sealed class ShapeFaults(IReadOnlySet<string>? groups)
{
    private const int MaxValueLength = 100;

    private readonly ImmutableArray<Fault>.Builder _faults = ImmutableArray.CreateBuilder<Fault>();

    /// <summary>What was found.</summary>
    public ImmutableArray<Fault> Found => _faults.ToImmutable();

    /// <summary>Notes a fault.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="value">What stands there.</param>
    /// <param name="allowed">What is allowed there.</param>
    public void Add(string path, string value, string allowed) =>
        _faults.Add(new Fault(path, value.Length > MaxValueLength ? value[..MaxValueLength] : value, allowed));

    /// <summary>A number must be in its range.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="value">The number.</param>
    /// <param name="least">Its least.</param>
    /// <param name="most">Its greatest; none for no limit.</param>
    public void Within(string path, long value, long least, long? most = null)
    {
        if (value < least || value > most)
        {
            Add(path, Text(value), most is null ? Text($"{least} or more") : Text($"{least} to {most}"));
        }
    }

    /// <summary>Limits must ascend, and only the last may be open: so nothing lies in two of the bands that they part, and nothing between two of them.</summary>
    /// <param name="path">Where the limit of each stands.</param>
    /// <param name="limits">The limits; none for an open one.</param>
    /// <param name="unit">Their unit.</param>
    public void Ascend(Func<int, string> path, IReadOnlyList<double?> limits, string unit)
    {
        for (var at = 0; at < limits.Count; at++)
        {
            if (limits[at] is not { } limit)
            {
                if (at < limits.Count - 1)
                {
                    Add(path(at), "none", Text($"a limit in {unit}, for only the last one may be open"));
                }

                continue;
            }

            var before = at == 0 ? null : limits[at - 1];
            if (!(limit > (before ?? 0)) || double.IsInfinity(limit))
            {
                Add(path(at), Text(limit), before is null ? Text($"more than 0 {unit}") : Text($"more than the {before} {unit} of the one before"));
            }
        }
    }

    /// <summary>A range of days must not end before it begins.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="effective">The range.</param>
    public void Days(string path, Effective effective)
    {
        if (effective.To < effective.From)
        {
            Add($"{path}.to", Text($"{effective.To:yyyy-MM-dd}"), Text($"{effective.From:yyyy-MM-dd} or later, the day from which it holds"));
        }
    }

    /// <summary>Groups must be known.</summary>
    /// <param name="path">Where the scope stands.</param>
    /// <param name="scope">The scope.</param>
    public void Known(string path, PlaceScope scope)
    {
        for (var at = 0; at < scope.Groups.Length; at++)
        {
            Known(Text($"{path}.groups[{at}]"), scope.Groups[at]);
        }
    }

    /// <summary>A group must be known.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="group">The group.</param>
    public void Known(string path, string group)
    {
        if (groups is not null && !groups.Contains(group))
        {
            Add(path, group, "a location group that some location belongs to");
        }
    }

    /// <summary>Names must be unique.</summary>
    /// <param name="path">Where the name of each stands.</param>
    /// <param name="names">The names.</param>
    /// <param name="among">Among what.</param>
    public void Unique(Func<int, string> path, IEnumerable<string> names, string among)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, name) in names.Index())
        {
            if (!seen.Add(name))
            {
                Add(path(at), name, $"a name that is not taken: names are unique among {among}");
            }
        }
    }

    /// <summary>Text with numbers as JSON has them.</summary>
    /// <param name="text">The text.</param>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
