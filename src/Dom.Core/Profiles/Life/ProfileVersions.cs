using System.Collections.Immutable;

namespace Dom.Core.Profiles.Life;

/// <summary>Which versions of a profile decide when.</summary>
/// <remarks>
/// A profile's newest version whose days hold is in force. One that begins later leaves the one before in force until then, and one that ends gives back to
/// the one before. Retiring a profile ends all versions that it has; one that is published afterwards begins anew.
/// </remarks>
public static class ProfileVersions
{
    /// <summary>The versions that are in force on a day or will be later, newest first.</summary>
    /// <param name="versions">Versions of one profile, in any order.</param>
    /// <param name="retired">The newest version that is retired; 0 where none is.</param>
    /// <param name="today">The day.</param>
    public static ImmutableArray<Profile> ToCome(IEnumerable<Profile> versions, int retired, DateOnly today)
    {
        var reigns = Reigns(versions, retired, today).Select(reign => reign.Profile).Distinct();
        return [.. reigns.OrderByDescending(profile => profile.Version)];
    }

    /// <summary>When which version is in force, from a day on.</summary>
    /// <param name="versions">Versions of one profile, in any order.</param>
    /// <param name="retired">The newest version that is retired; 0 where none is.</param>
    /// <param name="today">The day.</param>
    /// <returns>Ranges of days that do not overlap, those of newer versions first.</returns>
    public static ImmutableArray<Reign> Reigns(IEnumerable<Profile> versions, int retired, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var free = new List<(DateOnly From, DateOnly To)> { (today, DateOnly.MaxValue) };
        var reigns = ImmutableArray.CreateBuilder<Reign>();
        foreach (var profile in versions.Where(profile => profile.Version > retired).OrderByDescending(profile => profile.Version))
        {
            var (from, to) = (profile.Effective.From ?? DateOnly.MinValue, profile.Effective.To ?? DateOnly.MaxValue);
            var left = new List<(DateOnly From, DateOnly To)>();
            foreach (var range in free)
            {
                var (first, last) = (Later(range.From, from), Earlier(range.To, to));
                if (last < first)
                {
                    left.Add(range);
                    continue;
                }

                reigns.Add(new Reign(profile, first, last));
                if (range.From < first)
                {
                    left.Add((range.From, first.AddDays(-1)));
                }

                if (last < range.To)
                {
                    left.Add((last.AddDays(1), range.To));
                }
            }

            free = left;
        }

        return reigns.ToImmutable();
    }

    /// <summary>The version that goes on deciding an order that a version began: that one, or the newest since that takes orders over.</summary>
    /// <param name="versions">All versions of the profile, in any order.</param>
    /// <param name="begunBy">The version that began it.</param>
    /// <param name="at">When it is decided.</param>
    /// <returns>None where the version is not known any more.</returns>
    public static Profile? Keeping(IEnumerable<Profile> versions, int begunBy, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return versions
            .Where(profile => profile.Version == begunBy || (profile.Version > begunBy && profile.TakesOverOrders && profile.Effective.Holds(at)))
            .MaxBy(profile => profile.Version);
    }

    /// <summary>The versions that go on deciding an order.</summary>
    /// <param name="versions">All versions of all profiles, in any order.</param>
    /// <param name="begunBy">The versions that began it, one of each profile.</param>
    /// <param name="at">When it is decided.</param>
    public static IEnumerable<Profile> Kept(IEnumerable<Profile> versions, ImmutableArray<ProfileVersion> begunBy, DateTimeOffset at) => begunBy
        .Select(begun => Keeping(versions.Where(version => version.ProfileId == begun.ProfileId), begun.Version, at))
        .OfType<Profile>();

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>A time in which a version is in force.</summary>
/// <param name="Profile">The version.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; the last of all days where there is no end.</param>
public sealed record Reign(Profile Profile, DateOnly From, DateOnly To);
