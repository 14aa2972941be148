using System.Collections.Immutable;
using System.Globalization;

namespace Dom.Core.Profiles;

/// <summary>Gathers what is wrong with the shape of a part of a profile: what no single value can tell.</summary>
internal sealed class ShapeFaults
{
    private readonly ImmutableArray<Fault>.Builder _faults = ImmutableArray.CreateBuilder<Fault>();

    /// <summary>What was found.</summary>
    public ImmutableArray<Fault> Found => _faults.ToImmutable();

    /// <summary>Notes a fault.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="value">What stands there.</param>
    /// <param name="allowed">What is allowed there.</param>
    public void Add(string path, string value, string allowed) => _faults.Add(new Fault(path, value, allowed));

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
            if (!(limit > (before ?? 0)))
            {
                Add(path(at), Text($"{limit}"), before is null ? Text($"more than 0 {unit}") : Text($"more than the {before} {unit} of the one before"));
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
            Add(path + ".to", Text($"{effective.To:O}"), Text($"{effective.From:O}, the day on which it begins, or later"));
        }
    }

    /// <summary>Text with numbers as JSON has them.</summary>
    /// <param name="text">The text.</param>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
