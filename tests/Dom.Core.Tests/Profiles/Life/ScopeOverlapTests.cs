using Dom.Core.Catalogue;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles.Life;

public sealed class ScopeOverlapTests
{
    public static TheoryData<ProfileScope, ProfileScope, string?> Cases { get; } = new()
    {
        { new(), new(), "every line" },
        { new() { Channels = ["web"] }, new(), "channels web" },
        { new() { Channels = ["web", "app"] }, new() { Channels = ["app", "phone"] }, "channels app" },
        { new() { Channels = ["web"] }, new() { Channels = ["app"] }, null },
        { new() { Channels = ["web"], Countries = ["US"] }, new() { Modes = [DeliveryMode.Ship], Countries = ["US", "CA"] }, "channels web; countries US; modes ship" },
        { new() { Channels = ["web"], Countries = ["US"] }, new() { Channels = ["web"], Countries = ["CA"] }, null },
        { new() { LegalEntities = ["us01"] }, new() { LegalEntities = ["us02"] }, null },
        { new() { Regions = ["NV"] }, new() { Regions = ["NV"] }, "regions NV" },
        { new() { CustomerTiers = ["gold"] }, new() { CustomerTiers = ["silver"] }, null },
        { new() { MaxAmountMinorUnits = 100 }, new() { MinAmountMinorUnits = 101 }, null },
        { new() { MaxAmountMinorUnits = 100 }, new() { MinAmountMinorUnits = 100 }, "amounts from 100 to 100" },
        { new() { MinPriority = 5 }, new() { MinPriority = 7 }, "priorities from 7" },
        { new() { MaxPriority = 4 }, new() { MinPriority = 5 }, null },
        { new() { NamesADay = true }, new() { NamesADay = false }, null },
        { new() { NamesADay = true }, new(), "orders that name a day" },
        { new() { Categories = [new("shoes")] }, new() { Categories = [new("shoes/running")] }, "categories shoes/running" },
        { new() { Categories = [new("shoes")] }, new() { Categories = [new("shoestring")] }, null },
        { new() { Categories = [new("shoes")] }, new() { Skus = [new("R-1")] }, "SKUs R-1" },
        { new() { Categories = [new("home")] }, new() { Skus = [new("R-1")] }, null },
        { new() { Categories = [new("home")] }, new() { Skus = [new("unknown")] }, null },
        { new() { Categories = [new("clearance")] }, new() { Categories = [new("shoes")] }, "SKUs R-1" },
        { new() { Skus = [new("R-1")] }, new(), "SKUs R-1" },
        { new() { Skus = [new("R-1")] }, new() { Skus = [new("R-2")] }, null },
    };

    private static readonly string[] Names = ["Ö'l", "café noir", "x", "y z"];
    private static readonly string[] Countries = ["US", "CA", "DE"];
    private static readonly string[] Modes = ["web", "ship", "pickup"];

    private static Product Running => new() { Sku = new("R-1"), Category = new CategoryPath("shoes/running"), Supplementary = [new("clearance")] };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_says_what_two_scopes_both_cover(ProfileScope one, ProfileScope other, string? expected)
    {
        Assert.Equal(expected, ScopeOverlap.Of(one, other, Assortment.Of([Running]))?.ToSentence());
        Assert.Equal(expected is null, ScopeOverlap.Of(other, one, Assortment.Of([Running])) is null);
    }

    [Fact]
    public void Of_finds_nothing_where_no_line_is_covered_by_both_and_something_where_one_is()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var random = new RandomProfiles(seed);
            var (one, other) = (random.Profile().Scope, random.Profile().Scope);
            var both = 0;
            foreach (var line in Lines(new Random(seed)).Take(500))
            {
                both += Covers(one, line) && Covers(other, line) ? 1 : 0;
            }

            Assert.True(both == 0 || ScopeOverlap.Of(one, other, Assortment.Of([Running])) is not null, $"Seed {seed}");
        }
    }

    private static bool Covers(ProfileScope scope, (OrderFacts Order, Product? Product, DeliveryMode Mode) line) =>
        scope.Covers(line.Order, line.Product?.Sku ?? new("x"), line.Product, line.Mode);

    private static IEnumerable<(OrderFacts Order, Product? Product, DeliveryMode Mode)> Lines(Random random)
    {
        while (true)
        {
            yield return (
                new OrderFacts
                {
                    Channel = Names[random.Next(4)],
                    LegalEntity = Names[random.Next(4)],
                    Country = Countries[random.Next(3)],
                    Region = Names[random.Next(4)],
                    CustomerTier = Names[random.Next(4)],
                    AmountMinorUnits = random.Next(900),
                    Priority = random.Next(900),
                    RequestedDeliveryDate = random.Next(2) == 0 ? null : new DateOnly(2026, 11, 22),
                },
                random.Next(2) == 0 ? null : Running,
                new DeliveryMode(Modes[random.Next(3)]));
        }
    }
}
