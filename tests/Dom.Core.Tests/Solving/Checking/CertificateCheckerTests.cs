using Dom.Core.Solving;
using Dom.Core.Solving.Checking;
using Dom.Core.Tests.Fulfillment;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Checking;

public sealed class CertificateCheckerTests
{
    [Fact]
    public void Check_without_prices_gives_every_order_its_cheapest_plan()
    {
        var problem = SmallProblem.Make([6], [6]);

        var check = CertificateChecker.Check(problem, Prices(), threads: 1);

        // Each from near: 2 + 8 + 6 units; from far: 1 + 12 + 6. Both cannot come from near.
        Assert.Equal(new CertificateCheck.Proven(32), check);
    }

    [Fact]
    public void Check_charges_prices_and_pays_for_what_is_there()
    {
        var problem = SmallProblem.Make([6], [6]);

        var check = CertificateChecker.Check(problem, Prices() with { UnitsPerMinorUnit = 10, Slot = [0], SlotPrice = [5] }, threads: 1);

        // From near: 160 + 6 × 5 = 190, from far: 190. 380 - 10 × 5 = 330: 33, and the optimum is 35.
        Assert.Equal(new CertificateCheck.Proven(33), check);
    }

    [Fact]
    public void Check_charges_a_location_once_per_order_and_rounds_up()
    {
        var problem = SmallProblem.Make([2, 2], [2]).WithLocations(maxOrders: 1);

        var check = CertificateChecker.Check(problem, Prices() with { UnitsPerMinorUnit = 10, LocationPrice = [3, 0] }, threads: 1);

        // Near: 110 + 3 and 90 + 3; far is dearer. 206 - 3 = 203.
        Assert.Equal(new CertificateCheck.Proven(21), check);
    }

    [Fact]
    public void Check_lets_no_order_use_a_location_without_a_place()
    {
        var check = CertificateChecker.Check(SmallProblem.Make([2]).WithLocations(maxOrders: 0), Prices(), threads: 1);

        Assert.Equal(new CertificateCheck.Proven(20), check);
    }

    [Fact]
    public void Check_relaxes_large_orders_by_a_line_below_the_rates()
    {
        var problem = SmallProblem.Make([.. Enumerable.Repeat(1, 9)]);
        var values = Enumerable.Repeat(4000, 9).ToArray();

        var check = CertificateChecker.Check(
            problem, Prices() with { UnitsPerMinorUnit = 1000, RelaxedOrder = [0], RelaxedUnitValue = values }, threads: 1);

        // Near: rates 5 at 500 g and 8 at 900 g make slope 7.5 per kg, intercept 1.25. A unit is worth 4 - 1 - 0.75; nine of them 20.25, less 2 + 1.25: 17.
        // Far: 7 at 500 g and 12 at 900 g make slope 12.5 per kg, intercept 0.75. A unit is worth 4 - 1 - 1.25; nine of them 15.75, less 1 + 0.75: 14.
        // 36 less 17 less 14.
        Assert.Equal(new CertificateCheck.Proven(5), check);
    }

    [Fact]
    public void Check_relaxes_large_orders_to_as_many_locations_as_they_may_use()
    {
        var problem = SmallProblem.Make([.. Enumerable.Repeat(1, 9)]).WithOrders(maxLocations: 1);
        var values = Enumerable.Repeat(4000, 9).ToArray();

        var check = CertificateChecker.Check(
            problem, Prices() with { UnitsPerMinorUnit = 1000, RelaxedOrder = [0], RelaxedUnitValue = values }, threads: 1);

        // All from near: 2 + 8 + 9, the optimum.
        Assert.Equal(new CertificateCheck.Proven(19), check);
    }

    [Fact]
    public void Check_without_prices_is_exact_for_one_order_from_one_location()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var problem = RandomProblems.Make(seed, (ProblemFeatures)new Random(seed).Next(4096), maxOrders: 1).WithOrders(maxLocations: 1);
            var zero = new PriceCertificate
            {
                UnitsPerMinorUnit = 3,
                LocationPrice = new int[problem.LocationCount],
                Slot = [],
                SlotPrice = [],
                RelaxedOrder = [],
                RelaxedUnitValue = [],
            };

            var check = CertificateChecker.Check(problem, zero, threads: 1);

            var optimum = PlainSourcing.Plans(problem, 0, problem.LineCount).Min(plan => PlainSourcing.Cost(problem, plan))!.Value;
            Property.Holds(check == new CertificateCheck.Proven(optimum), () => $"Seed {seed}: {check}, optimum {optimum}.");
        }
    }

    [Fact]
    public void Check_finds_the_same_bound_with_any_number_of_threads()
    {
        var problem = RandomProblems.Make(7, ProblemFeatures.All, maxOrders: 900, maxLocations: 9, maxLines: 10);
        var certificate = RandomCertificates.Make(problem, new Random(7));

        var alone = CertificateChecker.Check(problem, certificate, threads: 1);

        Assert.IsType<CertificateCheck.Proven>(alone);
        Assert.Equal(alone, CertificateChecker.Check(problem, certificate, threads: 2));
        Assert.Equal(alone, CertificateChecker.Check(problem, certificate, threads: 5));
    }

    [Fact]
    public void Check_refuses_what_is_no_certificate_of_the_problem()
    {
        var problem = SmallProblem.Make([2]).WithLocations(maxOrders: 4);

        AssertRefused("UnitsPerMinorUnit is 0", problem, Prices() with { UnitsPerMinorUnit = 0 });
        AssertRefused("LocationPrice has 1 entries", problem, Prices() with { LocationPrice = [0] });
        AssertRefused("LocationPrice of location far is -1", problem, Prices() with { LocationPrice = [0, -1] });
        AssertRefused("LocationPrice of location near is 1", SmallProblem.Make([2]), Prices() with { LocationPrice = [1, 0] });
        AssertRefused("SlotPrice has 0 entries", problem, Prices() with { Slot = [1], SlotPrice = [] });
        AssertRefused("Slot at 0 is 2", problem, Prices() with { Slot = [2], SlotPrice = [1] });
        AssertRefused("Slot at 1 is 1", problem, Prices() with { Slot = [1, 1], SlotPrice = [1, 1] });
        AssertRefused("SlotPrice at 0 is 0", problem, Prices() with { Slot = [1], SlotPrice = [0] });
        AssertRefused("RelaxedOrder has 1 orders", problem, Prices() with { RelaxedOrder = [0], RelaxedUnitValue = [0] });
        AssertRefused("RelaxedUnitValue has 1 entries", problem, Prices() with { RelaxedUnitValue = [0] });
        AssertRefused("An order could cost", problem, Prices() with { UnitsPerMinorUnit = int.MaxValue, LocationPrice = [int.MaxValue, 0] }, unitCost: int.MaxValue);
    }

    [Fact]
    public void Check_refuses_values_above_what_a_unit_left_unassigned_costs()
    {
        var problem = SmallProblem.Make([.. Enumerable.Repeat(1, 9)]);

        AssertRefused("RelaxedOrder has 0 orders", problem, Prices());
        AssertRefused("RelaxedUnitValue at 8 is 11: allowed is 0 to 10", problem, Prices() with { RelaxedOrder = [0], RelaxedUnitValue = [10, 0, 0, 0, 0, 0, 0, 0, 11] });
    }

    private static void AssertRefused(string reason, SourcingProblem problem, Certificate certificate, int unitCost = 1)
    {
        problem.Locations.UnitCost[0] = unitCost;

        var check = CertificateChecker.Check(problem, certificate, threads: 1);

        Assert.StartsWith(reason, Assert.IsType<CertificateCheck.Refused>(check).Reason, StringComparison.Ordinal);
    }

    private static Certificate Prices() => new();

    /// <summary>A certificate without prices for two locations, to be changed.</summary>
    private sealed record Certificate
    {
        public int UnitsPerMinorUnit { get; init; } = 1;

        public int[] LocationPrice { get; init; } = [0, 0];

        public int[] Slot { get; init; } = [];

        public int[] SlotPrice { get; init; } = [];

        public int[] RelaxedOrder { get; init; } = [];

        public int[] RelaxedUnitValue { get; init; } = [];

        public static implicit operator PriceCertificate(Certificate prices) => new()
        {
            UnitsPerMinorUnit = prices.UnitsPerMinorUnit,
            LocationPrice = prices.LocationPrice,
            Slot = prices.Slot,
            SlotPrice = prices.SlotPrice,
            RelaxedOrder = prices.RelaxedOrder,
            RelaxedUnitValue = prices.RelaxedUnitValue,
        };
    }
}
