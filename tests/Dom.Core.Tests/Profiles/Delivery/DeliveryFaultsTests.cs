using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;

namespace Dom.Core.Tests.Profiles.Delivery;

public sealed class DeliveryFaultsTests
{
    private static readonly ModeDelivery Ship = new() { Mode = DeliveryMode.Ship, Kind = DeliveryKind.Ship, Transit = [new(300, 0), new(null, 5)], RestDays = [DayOfWeek.Sunday] };

    [Fact]
    public void Of_finds_nothing_in_a_sound_policy() =>
        Assert.Empty(DeliveryFaults.Of(new DeliveryPolicy { Modes = [Ship, ModeDelivery.Default(DeliveryMode.Pickup)], Groups = [new("west", true, false)] }));

    [Fact]
    public void Of_finds_zones_and_days_that_are_wrong()
    {
        var mode = Ship with { Transit = [new(null, 1), new(300, 1), new(200, 3)], RestDays = [.. Enum.GetValues<DayOfWeek>()] };

        Assert.Equal(
            [
                "delivery.modes[0].transit[0].maxKm is 'none'; allowed is a limit in km, for only the last one may be open.",
                "delivery.modes[0].transit[2].maxKm is '200'; allowed is more than the 300 km of the one before.",
                "delivery.modes[0].restDays is 'a list of 7'; allowed is at most six days of the week: with seven nothing ever arrives.",
            ],
            Sentences(new DeliveryPolicy { Modes = [mode] }));
    }

    [Theory]
    [InlineData("pickup", DeliveryKind.Ship, "delivery.modes[0].kind is 'ship'; allowed is pickup, since mode 'pickup' does that in every profile.")]
    [InlineData("shipToStore", DeliveryKind.Pickup, "delivery.modes[0].kind is 'pickup'; allowed is shipToStore, since mode 'shipToStore' does that in every profile.")]
    [InlineData("shipToStore", DeliveryKind.ShipToStore, null)]
    [InlineData("clickAndCollect", DeliveryKind.Pickup, null)]
    public void Of_keeps_the_standard_modes_to_what_they_are_called(string mode, DeliveryKind kind, string? expected) =>
        Assert.Equal(expected, Sentences(new DeliveryPolicy { Modes = [new ModeDelivery { Mode = new(mode), Kind = kind }] }).SingleOrDefault());

    private static IEnumerable<string> Sentences(DeliveryPolicy policy) => DeliveryFaults.Of(policy).Select(fault => fault.ToSentence());
}
