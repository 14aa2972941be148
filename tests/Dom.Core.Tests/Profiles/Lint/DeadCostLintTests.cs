using Dom.Core.Catalogue;
using Dom.Core.Network;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Profiles.Lint;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles.Lint;

public sealed class DeadCostLintTests
{
    private static readonly LintSurroundings Around = new()
    {
        Today = new DateOnly(2026, 11, 22),
        Network = [A.Location("S1") with { Groups = ["west"] }, A.Location("S2") with { Type = LocationType.Warehouse }],
        Products = Assortment.Of([new Product { Sku = new("SKU-1"), Category = new CategoryPath("shoes/running") }]),
    };

    public static TheoryData<ShippingCost, string?> ShippingCosts { get; } = new()
    {
        { Ground(), null },
        { Ground() with { Effective = new(null, new(2026, 11, 21)) }, "costs.shipping[0].effective.to: Shipping cost 'ground' ended on 2026-11-21; today is 2026-11-22." },
        { Ground() with { Effective = new(null, new(2026, 11, 22)) }, null },
        { Ground() with { At = new() { Groups = ["east"] } }, "costs.shipping[0].at: Shipping cost 'ground' holds at none of the 2 locations of the network." },
        { Ground() with { At = new() { Groups = ["west", "east"] } }, "costs.shipping[0].at.groups[1]: Shipping cost 'ground' names group 'east', which no location belongs to." },
        { Ground() with { Modes = [new("shpi")] }, "costs.shipping[0].modes: Shipping cost 'ground' is for shpi, which none of the 2 locations offers." },
        { Ground() with { Modes = [DeliveryMode.Pickup] }, "costs.shipping[0].modes: Shipping cost 'ground' is for pickup, by which customers collect: that makes no parcel." },
        { Ground() with { Modes = [DeliveryMode.Pickup, DeliveryMode.Ship] }, null },
        { new ShippingCost { Id = "free" }, "costs.shipping[0]: Shipping cost 'free' charges nothing for the parcels that it holds for." },
        { Ground() with { Surcharges = [new("bulky", 900) { For = new() { Skus = [new("SKU-1")] } }] }, null },
        { Ground() with { Surcharges = [new("bulky", 900) { For = new() { Categories = [new("sofas")] } }] }, "costs.shipping[0].surcharges[0].for: Surcharge 'bulky' of shipping cost 'ground' is for none of the 1 products that are known." },
    };

    public static TheoryData<HandlingCost, string?> HandlingCosts { get; } = new()
    {
        { Pick(), null },
        { Pick() with { Effective = new(null, new(2026, 11, 21)) }, "costs.handling[0].effective.to: Handling cost 'pick' ended on 2026-11-21; today is 2026-11-22." },
        { Pick() with { At = new() { Locations = [new("S9")] } }, "costs.handling[0].at: Handling cost 'pick' holds at none of the 2 locations of the network." },
        { Pick() with { For = new() { Skus = [new("SKU-9")] } }, "costs.handling[0].for: Handling cost 'pick' is for none of the 1 products that are known." },
        { Pick() with { UnitMinorUnits = 0 }, "costs.handling[0]: Handling cost 'pick' charges nothing." },
        { Pick() with { SecondsPerUnit = 60 }, "costs.handling[0].secondsPerUnit: Handling cost 'pick' takes 60 seconds a unit, and an hour costs nothing (hourMinorUnits): its labour is not charged." },
        { Pick() with { HourMinorUnits = 2000 }, "costs.handling[0].hourMinorUnits: Handling cost 'pick' charges 2000 minor units an hour, and a unit takes no time (secondsPerUnit): its labour is not charged." },
        { Pick() with { SecondsPerUnit = 60, HourMinorUnits = 2000 }, null },
    };

    public static TheoryData<ShippingCost, ShippingCost, string?> Pairs { get; } = new()
    {
        { Ground("a"), Ground("b"), "costs.shipping[1]: Shipping cost 'b' is never charged: 'a' counts instead wherever and whenever it holds." },
        { Ground("a"), Ground("b") with { At = new() { Groups = ["west"] } }, null },
        { Ground("a") with { At = new() { Locations = [new("S1")] } }, Ground("b") with { At = new() { Groups = ["west"] } }, "costs.shipping[1]: Shipping cost 'b' is never charged: 'a' counts instead wherever and whenever it holds." },
        { Ground("a") with { At = new() { Groups = ["west"] } }, Ground("b") with { At = new() { Locations = [new("S1")] } }, "costs.shipping[0]: Shipping cost 'a' is never charged: 'b' counts instead wherever and whenever it holds." },
        { Ground("a") with { Modes = [DeliveryMode.Ship] }, Ground("b"), null },
        { Ground("a"), Ground("b") with { Modes = [DeliveryMode.Ship] }, "costs.shipping[1]: Shipping cost 'b' is never charged: 'a' counts instead wherever and whenever it holds." },
        { Ground("a") with { Effective = new(null, new(2026, 12, 31)) }, Ground("b"), null },
    };

    [Theory]
    [MemberData(nameof(ShippingCosts))]
    public void Of_says_what_is_the_matter_with_a_shipping_cost(ShippingCost cost, string? expected) => AssertFound(expected, A.Costs() with { Shipping = [cost] });

    [Theory]
    [MemberData(nameof(HandlingCosts))]
    public void Of_says_what_is_the_matter_with_a_handling_cost(HandlingCost cost, string? expected) => AssertFound(expected, A.Costs() with { Handling = [cost] });

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Of_says_which_of_two_shipping_costs_is_never_charged(ShippingCost one, ShippingCost other, string? expected) =>
        AssertFound(expected, A.Costs() with { Shipping = [one, other] });

    [Fact]
    public void Of_knows_a_collected_mode_of_the_retailers_own()
    {
        var profile = A.Profile(A.Costs() with { Shipping = [Ground() with { Modes = [new("locker")] }] }) with
        {
            Delivery = new() { Modes = [new ModeDelivery { Mode = new("locker"), Kind = DeliveryKind.Pickup }] },
        };

        var found = ProfileLint.Of(profile, Around with { Network = [A.Location("S1") with { Modes = [new("locker")] }] });

        Assert.Equal(["Shipping cost 'ground' is for locker, by which customers collect: that makes no parcel."], found.Select(finding => finding.Sentence));
    }

    private static void AssertFound(string? expected, CostFactors costs) => Assert.Equal(
        expected is null ? [] : [expected], ProfileLint.Of(A.Profile(costs), Around).Select(finding => $"{finding.Path}: {finding.Sentence}"));

    private static ShippingCost Ground(string id = "ground") => new() { Id = id, ParcelMinorUnits = 400 };

    private static HandlingCost Pick() => new() { Id = "pick", UnitMinorUnits = 30 };
}
