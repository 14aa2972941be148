using System.Collections.Immutable;
using System.Text.Json;
using static Dom.Core.Profiles.ShapeFaults;

namespace Dom.Core.Profiles.Delivery;

/// <summary>Finds what is wrong with the shape of a delivery policy: zones that overlap, a carrier that never works, a standard mode that does what another is called.</summary>
internal static class DeliveryFaults
{
    private const int DaysInWeek = 7;

    /// <summary>The faults, by their place in the document.</summary>
    /// <param name="policy">The policy; each of its values is allowed by itself.</param>
    /// <returns>None of them where all is well. Paths begin with <c>delivery</c>.</returns>
    public static ImmutableArray<Fault> Of(DeliveryPolicy policy)
    {
        var faults = new ShapeFaults();
        foreach (var (at, mode) in policy.Modes.Index())
        {
            AddMode(faults, Text($"delivery.modes[{at}]"), mode);
        }

        return faults.Found;
    }

    private static void AddMode(ShapeFaults faults, string path, ModeDelivery mode)
    {
        if (ModeDelivery.IsStandard(mode.Mode) && ModeDelivery.Default(mode.Mode).Kind is var own && mode.Kind != own)
        {
            // Orders are taken in by the names of these three, before it is known which profile decides them.
            faults.Add($"{path}.kind", Word(mode.Kind), $"{Word(own)}, since mode '{mode.Mode}' does that in every profile");
        }

        faults.Ascend(at => Text($"{path}.transit[{at}].maxKm"), [.. mode.Transit.Select(zone => zone.MaxKm)], "km");
        if (mode.RestDays.Length == DaysInWeek)
        {
            faults.Add($"{path}.restDays", Text($"a list of {DaysInWeek}"), "at most six days of the week: with seven nothing ever arrives");
        }
    }

    private static string Word(DeliveryKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
