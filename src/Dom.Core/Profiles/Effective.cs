namespace Dom.Core.Profiles;

/// <summary>From when to when something holds: the days of the order's moment in UTC. An end that is left out is open.</summary>
/// <param name="From">First day, included.</param>
/// <param name="To">Last day, included; not before <paramref name="From"/>.</param>
public readonly record struct Effective(DateOnly? From, DateOnly? To)
{
    /// <summary>Whether it holds at a moment.</summary>
    /// <param name="at">The moment.</param>
    public bool Holds(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return !(day < From) && !(day > To);
    }
}
