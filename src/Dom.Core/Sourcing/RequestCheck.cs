using Dom.Core.Orders;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Sourcing;

/// <summary>Refuses requests whose plan would be wrong rather than merely empty.</summary>
internal static class RequestCheck
{
    /// <summary>Checks ranges and uniqueness.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="ArgumentException">Something is out of range or twice; the message names it, its value and what is allowed.</exception>
    public static void ThrowIfInvalid(SourcingRequest request)
    {
        var costs = request.Profile.Costs;
        AtLeast(request.Attempt, 1, "Attempt");

        AtLeast(costs.ParcelMinorUnits, 0, "ParcelMinorUnits of the profile");
        AtLeast(costs.MinorUnitsPer100Km, 0, "MinorUnitsPer100Km of the profile");
        AtLeast(costs.UnitMinorUnits, 0, "UnitMinorUnits of the profile");
        AtLeast(costs.UnassignedUnitMinorUnits, 0, "UnassignedUnitMinorUnits of the profile");
        Within(request.Profile.Scarcity.StrengthPerMille, 2000, "StrengthPerMille of the profile's scarcity");
        Within(request.Profile.Scarcity.DriftDampingPerMille, 10_000, "DriftDampingPerMille of the profile's scarcity");
        CheckRules(request);

        var seen = new HashSet<LineId>(request.Lines.Length);
        foreach (var line in request.Lines)
        {
            AtLeast(line.Quantity, 1, "Quantity of a line");
            if (!seen.Add(line.LineId))
            {
                throw new ArgumentException($"Line '{line.LineId}' stands twice in the request; ids are unique within an order.", nameof(request));
            }
        }
    }

    private static void CheckRules(SourcingRequest request)
    {
        var ids = new HashSet<string>(request.Profile.Rules.Length, StringComparer.Ordinal);
        foreach (var rule in request.Profile.Rules)
        {
            if ((ids.Add(rule.Id) ? RuleRanges.FaultOf(rule) : "Its id stands twice; ids are unique within a profile.") is { } fault)
            {
                throw new ArgumentException($"Rule '{rule.Id}' of profile '{request.Profile.ProfileId}': {fault}", nameof(request));
            }
        }
    }

    private static void Within(long value, long most, string name)
    {
        if (value < 0 || value > most)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; allowed is 0 to {most}."), nameof(value));
        }
    }

    private static void AtLeast(long value, long least, string name)
    {
        if (value < least)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; allowed is {least} or more."), nameof(value));
        }
    }
}
