using System.Collections.Immutable;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Sourcing;

/// <summary>
/// Says which soft rules fell for the lines of a plan: those that had fallen when the line was placed and would have kept it out. A rule that had fallen and
/// would have let it pass is not named.
/// </summary>
internal static class FallenRules
{
    /// <summary>The rules that fell, by line.</summary>
    /// <param name="screening">The request, each line screened as it was when it was placed.</param>
    /// <param name="parts">What comes from where.</param>
    public static ImmutableArray<FallenRule>[] Of(Screening screening, IReadOnlyList<PlacedUnits> parts)
    {
        var fallen = new ImmutableArray<FallenRule>.Builder[screening.Request.Lines.Length];
        for (var line = 0; line < fallen.Length; line++)
        {
            fallen[line] = ImmutableArray.CreateBuilder<FallenRule>();
        }

        if (Array.Exists(screening.FallenOfLine, level => level > RuleBook.NoneFallen))
        {
            foreach (var part in parts)
            {
                AddPlaceRules(fallen[part.Line], screening, part, parts);
            }

            AddOrderRules(fallen, screening, parts);
        }

        return Array.ConvertAll(fallen, rules => rules.ToImmutable());
    }

    // With every rule in force the one that excludes is named and let fall, and so on, until none excludes: each that is named would have kept the line out.
    private static void AddPlaceRules(ImmutableArray<FallenRule>.Builder fallen, Screening screening, PlacedUnits part, IReadOnlyList<PlacedUnits> parts)
    {
        var (book, level, scene) = (screening.Book, screening.FallenOfLine[part.Line], screening.SceneOf(part.Line));
        PlacedUnits[] there = [.. parts.Where(other => other.Location == part.Location && screening.FallenOfLine[other.Line] <= level)];
        var wanted = there.Where(other => screening.SkuOfLine[other.Line] == screening.SkuOfLine[part.Line]).Sum(other => other.Units);
        var more = new DayLoad(1, there.Length, there.Sum(other => other.Units));
        var isOn = new bool[book.Rules.Length];
        for (var rule = 0; rule < isOn.Length; rule++)
        {
            isOn[rule] = book.IsOn(rule, RuleBook.NoneFallen);
        }

        for (var candidate = Candidate(); SourcingRule.All.FirstOrDefault(rule => rule.Excludes(candidate)) is { } excluding; candidate = Candidate())
        {
            var cause = Array.IndexOf(book.Rules, excluding.Cause(candidate));
            if (cause < 0 || book.IsOn(cause, level))
            {
                return;
            }

            fallen.Add(new FallenRule(candidate.Location.LocationId, excluding.Justify(candidate)));
            isOn[cause] = false;
        }

        Candidate Candidate() => screening.Candidate(scene, part.Location, book.DemandsAt(part.Line, part.Location, isOn), more, wanted);
    }

    private static void AddOrderRules(ImmutableArray<FallenRule>.Builder[] fallen, Screening screening, IReadOnlyList<PlacedUnits> parts)
    {
        var (book, lines) = (screening.Book, Enumerable.Range(0, fallen.Length));
        var last = screening.FallenOfLine.Max();
        var isRouted = Array.ConvertAll(screening.FallenOfLine, _ => false);
        foreach (var line in screening.Limits.Groups.SelectMany(group => group))
        {
            isRouted[line] = true;
        }

        for (var rule = 0; rule < book.Rules.Length; rule++)
        {
            var (at, set) = (rule, book.Rules[rule]);
            if (!book.IsOn(rule, RuleBook.NoneFallen) || book.IsOn(rule, last)
                || OrderRule.All.FirstOrDefault(known => known.IsOf(set)) is not { } kind
                || lines.Where(line => book.IsFor(at, line)).ToArray() is not { Length: > 0 } covered
                || kind.Breach(new PlacedOrder(screening.Request, isRouted, parts), set, covered) is not { } sentence)
            {
                continue;
            }

            // What was placed while it held kept to it: of the others, those are named that do not fit beside that.
            PlacedUnits[] held = [.. parts.Where(part => screening.FallenOfLine[part.Line] < set.Importance)];
            PlacedUnits[] free = [.. parts.Where(part => screening.FallenOfLine[part.Line] >= set.Importance)];
            PlacedUnits[] breaking = held.Length == 0 ? [] : [.. free.Where(part => Breaks([.. held, .. free.Where(other => other.Location == part.Location)]))];

            // Where nothing came after it fell, a line that was routed late leaves the order in part: that concerns all of it.
            foreach (var part in breaking.Length > 0 ? breaking : free.Length > 0 ? free : parts)
            {
                fallen[part.Line].Add(new FallenRule(screening.Locations[part.Location].LocationId, new Exclusion(set.Id, sentence) { Kind = kind.Kind }));
            }

            bool Breaks(PlacedUnits[] some) => kind.Breach(new PlacedOrder(screening.Request, isRouted, some), set, covered) is not null;
        }
    }
}
