using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using static System.FormattableString;

namespace Dom.Core.Profiles.Lint;

/// <summary>Settings of the acceptance policy that contradict one another, or by which one location would be asked without end.</summary>
internal static class AcceptanceLint
{
    /// <summary>What is found.</summary>
    /// <param name="subject">The profile.</param>
    public static IEnumerable<LintFinding> Of(LintSubject subject) =>
        [.. Reasons(subject.Profile.Acceptance), .. CoolingOff(subject.Profile.Acceptance), .. Times(subject.Profile.Acceptance), .. Deadlines(subject), .. Days(subject)];

    private static IEnumerable<LintFinding> Reasons(AcceptancePolicy policy)
    {
        ImmutableArray<string> known = [.. policy.Reasons.Keys.Concat([ShipmentFlow.NoReason, ShipmentEntry.ExpiredReason]).Distinct().Order(StringComparer.Ordinal)];
        foreach (var (path, reasons) in new[] { ("uncountedReasons", policy.UncountedReasons), ("reasonsWithoutCoolingOff", policy.ReasonsWithoutCoolingOff) })
        {
            foreach (var (index, reason) in reasons.Index().Where(reason => !known.Contains(reason.Item)))
            {
                yield return Finding(
                    LintSeverity.Warning, "unknownReason", Invariant($"{path}[{index}]"), $"Nothing is refused for reason '{reason}'; there are {string.Join(", ", known)}.");
            }
        }

        // With an effect on the stock each refusal leaves less that the location could be asked for, so that it comes to an end.
        foreach (var reason in known.Where(reason =>
            policy.UncountedReasons.Contains(reason) && policy.ReasonsWithoutCoolingOff.Contains(reason)
            && policy.Reasons.GetValueOrDefault(reason, StockEffect.None) == StockEffect.None))
        {
            yield return Finding(
                LintSeverity.Warning,
                "askedForever",
                Invariant($"reasonsWithoutCoolingOff[{policy.ReasonsWithoutCoolingOff.IndexOf(reason)}]"),
                reason == ShipmentEntry.ExpiredReason
                    ? Invariant($"An offer that nobody answers goes to the same location again at once, and counts for 0 of the {policy.MaxRejects} refusals after which people decide: it is asked without end, every {policy.AcceptWithin:c} of its working time where no deadline says otherwise.")
                    : Invariant($"A location that refuses for reason '{reason}' is asked again at once, and that counts for 0 of the {policy.MaxRejects} refusals after which people decide: it is asked without end."));
        }

        if (known.All(policy.UncountedReasons.Contains))
        {
            yield return Finding(
                LintSeverity.Warning, "deadSetting", "uncountedReasons", Invariant($"None of the {known.Length} reasons counts, so no line ever comes to the {policy.MaxRejects} refusals of maxRejects."));
        }
    }

    private static IEnumerable<LintFinding> CoolingOff(AcceptancePolicy policy)
    {
        if (policy.CoolOffAfterExpiry is { } expiry && policy.ReasonsWithoutCoolingOff.Contains(ShipmentEntry.ExpiredReason))
        {
            yield return Finding(
                LintSeverity.Warning, "deadSetting", "coolOffAfterExpiry", Invariant($"The {expiry:c} of cooling-off after an expiry never begin: reasonsWithoutCoolingOff names '{ShipmentEntry.ExpiredReason}'."));
        }

        var own = policy.Reasons.Keys.Append(ShipmentFlow.NoReason).Where(reason => !ShipmentEntry.IsOfDom(reason)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (policy.CoolOffAfterReject is { } reject && own.TrueForAll(policy.ReasonsWithoutCoolingOff.Contains))
        {
            yield return Finding(
                LintSeverity.Warning, "deadSetting", "coolOffAfterReject", Invariant($"The {reject:c} of cooling-off after a rejection never begin: reasonsWithoutCoolingOff names all of {string.Join(", ", own)}."));
        }
    }

    private static IEnumerable<LintFinding> Times(AcceptancePolicy policy)
    {
        if (policy.WarnBefore is { } warning)
        {
            // One for every offer takes the place of the common one.
            if (warning >= policy.AcceptWithin && !policy.Deadlines.Any(deadline => deadline is { Mode: null, Type: null }))
            {
                yield return AtOnce("warnBefore", warning, policy.AcceptWithin);
            }

            foreach (var (index, deadline) in policy.Deadlines.Index().Where(deadline => warning >= deadline.Item.AcceptWithin))
            {
                yield return AtOnce(Invariant($"deadlines[{index}].acceptWithin"), warning, deadline.AcceptWithin);
            }
        }

        if (policy is { NeedsFullTime: true, ExpiresAtClosing: true })
        {
            yield return Finding(
                LintSeverity.Hint, "deadSetting", "expiresAtClosing", "No offer is open when its location closes, since needsFullTime lets none be made that could be: expiresAtClosing says nothing.");
        }

        if (policy.AutoAccept.Any(scope => scope is { Mode: null, Type: null }) && (policy.WarnBefore is not null || policy.ExpiresAtClosing || policy.NeedsFullTime))
        {
            yield return Finding(
                LintSeverity.Warning, "deadSetting", "autoAccept", "Every offer is accepted by itself, so that warnBefore, expiresAtClosing and needsFullTime say nothing.");
        }
    }

    private static IEnumerable<LintFinding> Deadlines(LintSubject subject)
    {
        var policy = subject.Profile.Acceptance;
        foreach (var (index, deadline) in policy.Deadlines.Index())
        {
            var path = Invariant($"deadlines[{index}]");
            if (policy.AutoAccept.Any(scope => Covers(scope, deadline)))
            {
                yield return Finding(LintSeverity.Warning, "deadDeadline", path, Invariant($"The {deadline.AcceptWithin:c} for {Words(deadline)} say nothing: such offers are accepted by themselves."));
            }
            else if (policy.Deadlines.Index().FirstOrDefault(other =>
                other.Index != index && (other.Item.Mode, other.Item.Type) == (deadline.Mode, deadline.Type)
                && (other.Item.AcceptWithin, other.Index).CompareTo((deadline.AcceptWithin, index)) < 0) is { Item: { } shorter })
            {
                yield return Finding(
                    LintSeverity.Warning, "deadDeadline", path, Invariant($"The {deadline.AcceptWithin:c} for {Words(deadline)} say nothing: another deadline for the same offers is {shorter.AcceptWithin:c}, and the shortest holds."));
            }
        }

        foreach (var (path, scope) in policy.Deadlines.Index().Select(item => (Invariant($"deadlines[{item.Index}].mode"), (OfferScope)item.Item))
            .Concat(policy.AutoAccept.Index().Select(item => (Invariant($"autoAccept[{item.Index}].mode"), item.Item))))
        {
            if (scope.Mode is { } mode && !subject.Profile.Scope.Modes.IsEmpty && !subject.Profile.Scope.Modes.Contains(mode))
            {
                yield return Finding(LintSeverity.Warning, "deadSetting", path, $"It is for {mode}; the profile decides {string.Join(", ", subject.Profile.Scope.Modes)}.");
            }
        }
    }

    /// <summary>Locations that are open on no day for as long as they have to answer.</summary>
    private static IEnumerable<LintFinding> Days(LintSubject subject)
    {
        var (policy, network) = (subject.Profile.Acceptance, subject.Surroundings.Network);
        if (!policy.NeedsFullTime)
        {
            yield break;
        }

        var scope = subject.Profile.Scope.Modes;
        var never = network.Where(location => location.Calendar is { } calendar && LongestDay(calendar) is { } longest
            && location.Modes.Where(mode => scope.IsEmpty || scope.Contains(mode)).ToList() is { Count: > 0 } modes
            && modes.TrueForAll(mode => !policy.AcceptsByItself(mode, location.Type) && policy.TimeFor(mode, location.Type) > longest)).ToList();
        if (never.Count > 0)
        {
            var most = never.Max(location => LongestDay(location.Calendar!)!.Value);
            yield return Finding(
                LintSeverity.Warning,
                "unreachableLocation",
                "needsFullTime",
                Invariant($"{never.Count} of {network.Length} locations {(never.Count == 1 ? "is" : "are")} never asked: no day of theirs is longer than {most:c}, less than they have to answer: {LintSubject.Some([.. never.Select(location => location.LocationId)])}."));
        }
    }

    /// <summary>The most working time of a day of the week; none where days run on over midnight.</summary>
    private static TimeSpan? LongestDay(WorkCalendar calendar) =>
        calendar.Hours.Values.Any(day => day.Any(hours => hours.Closes == TimeOnly.MaxValue))
            ? null
            : calendar.Hours.Values.Select(day => day.Aggregate(TimeSpan.Zero, (sum, hours) => sum + (hours.Closes - hours.Opens))).DefaultIfEmpty().Max();

    private static bool Covers(OfferScope one, OfferScope other) => (one.Mode is null || one.Mode == other.Mode) && (one.Type is null || one.Type == other.Type);

    private static string Words(OfferScope scope) =>
        $"{(scope.Mode is { } mode ? $"mode '{mode}'" : "every mode")} at {(scope.Type is { } type ? $"locations of type {type.ToString().ToLowerInvariant()}" : "every location")}";

    private static LintFinding AtOnce(string path, TimeSpan warning, TimeSpan time) => Finding(
        LintSeverity.Warning, "warnsAtOnce", path, Invariant($"A location that has {time:c} is warned {warning:c} before its time runs out: as soon as it is asked."));

    private static LintFinding Finding(LintSeverity severity, string code, string path, string sentence) =>
        LintSubject.Finding(severity, code, "acceptance." + path, sentence);
}
