using System.Collections.Immutable;
using System.Text.Json;
using static Dom.Core.Profiles.ShapeFaults;

namespace Dom.Core.Profiles.Delivery;

/// <summary>Finds what is wrong with the shape of a delivery policy: zones that overlap, times below 0, a carrier that never works.</summary>
public static class DeliveryFaults
{
    private const int DaysInWeek = 7;

    /// <summary>The faults, by their place in the document.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="groups">The location groups of the network; none where unknown groups are no fault.</param>
    /// <returns>None of them where all is well. Paths begin with <c>delivery</c>.</returns>
    public static ImmutableArray<Fault> Of(DeliveryPolicy policy, IReadOnlySet<string>? groups = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var faults = new ShapeFaults(groups);
        foreach (var (at, mode) in policy.Modes.Index())
        {
            AddMode(faults, Text($"delivery.modes[{at}]"), mode);
        }

        foreach (var (at, use) in policy.Groups.Index())
        {
            faults.Known(Text($"delivery.groups[{at}].group"), use.Group);
        }

        faults.Unique(at => Text($"delivery.modes[{at}].mode"), policy.Modes.Select(mode => mode.Mode.Value), "delivery modes");
        faults.Unique(at => Text($"delivery.groups[{at}].group"), policy.Groups.Select(use => use.Group), "the groups of a delivery policy");
        return faults.Found;
    }

    private static void AddMode(ShapeFaults faults, string path, ModeDelivery mode)
    {
        if (ModeDelivery.IsStandard(mode.Mode) && ModeDelivery.Default(mode.Mode).Kind is var own && mode.Kind != own)
        {
            // Orders are taken in by the names of these three, before it is known which profile decides them.
            faults.Add($"{path}.kind", Word(mode.Kind), $"{Word(own)}, since mode '{mode.Mode}' does that in every profile");
        }

        AddTime(faults, $"{path}.handling", mode.Handling);
        AddTime(faults, $"{path}.storeHandling", mode.StoreHandling);
        faults.Ascend(at => Text($"{path}.transit[{at}].maxKm"), [.. mode.Transit.Select(zone => zone.MaxKm)], "km");
        foreach (var (at, zone) in mode.Transit.Index())
        {
            faults.Within(Text($"{path}.transit[{at}].days"), zone.Days, 0);
        }

        if (mode.RestDays.Distinct().Count() == DaysInWeek)
        {
            faults.Add($"{path}.restDays", Text($"a list of {mode.RestDays.Length}"), "at most six days of the week: with seven nothing ever arrives");
        }
    }

    private static string Word(DeliveryKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static void AddTime(ShapeFaults faults, string path, TimeSpan time)
    {
        if (time < TimeSpan.Zero)
        {
            faults.Add(path, Text($"{time:c}"), "00:00:00 or more");
        }
    }
}
