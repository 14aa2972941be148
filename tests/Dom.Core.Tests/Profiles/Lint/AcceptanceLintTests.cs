using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Lint;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles.Lint;

public sealed class AcceptanceLintTests
{
    public static TheoryData<AcceptancePolicy, string?> Policies { get; } = new()
    {
        { new(), null },
        { new() { UncountedReasons = ["noCapacity"], ReasonsWithoutCoolingOff = ["closed", "expired"] }, null },
        {
            new() { MaxRejects = 3, UncountedReasons = ["closed", "noCapacity"], ReasonsWithoutCoolingOff = ["noCapacity"] },
            "acceptance.reasonsWithoutCoolingOff[0]: A location that refuses for reason 'noCapacity' is asked again at once, and that counts for 0 of the 3 refusals after which people decide: it is asked without end."
        },
        {
            new() { AcceptWithin = TimeSpan.FromHours(4), UncountedReasons = ["expired"], ReasonsWithoutCoolingOff = ["closed", "expired"] },
            "acceptance.reasonsWithoutCoolingOff[1]: An offer that nobody answers goes to the same location again at once, and counts for 0 of the 5 refusals after which people decide: it is asked without end, every 04:00:00 of its working time where no deadline says otherwise."
        },
        { new() { UncountedReasons = ["damaged"], ReasonsWithoutCoolingOff = ["damaged"] }, null },
        {
            new() { Reasons = AcceptancePolicy.DefaultReasons.SetItem("damaged", StockEffect.None), UncountedReasons = ["damaged"], ReasonsWithoutCoolingOff = ["damaged"] },
            "acceptance.reasonsWithoutCoolingOff[0]: A location that refuses for reason 'damaged' is asked again at once, and that counts for 0 of the 5 refusals after which people decide: it is asked without end."
        },
        {
            new() { UncountedReasons = ["noCapcity"] },
            "acceptance.uncountedReasons[0]: Nothing is refused for reason 'noCapcity'; there are closed, damaged, displayOnly, expired, noCapacity, notFound, other."
        },
        {
            new() { Reasons = ImmutableDictionary<string, StockEffect>.Empty.Add("no", StockEffect.All), UncountedReasons = ["no", "other", "expired"] },
            "acceptance.uncountedReasons: None of the 3 reasons counts, so no line ever comes to the 5 refusals of maxRejects."
        },
        {
            new() { CoolOffAfterExpiry = TimeSpan.FromHours(3), ReasonsWithoutCoolingOff = ["expired"] },
            "acceptance.coolOffAfterExpiry: The 03:00:00 of cooling-off after an expiry never begin: reasonsWithoutCoolingOff names 'expired'."
        },
        { new() { CoolOffAfterExpiry = TimeSpan.FromHours(3), CoolOffAfterReject = TimeSpan.FromHours(3), ReasonsWithoutCoolingOff = ["noCapacity"] }, null },
        {
            new() { Reasons = ImmutableDictionary<string, StockEffect>.Empty.Add("no", StockEffect.All), CoolOffAfterReject = TimeSpan.FromDays(2), ReasonsWithoutCoolingOff = ["no", "other"] },
            "acceptance.coolOffAfterReject: The 2.00:00:00 of cooling-off after a rejection never begin: reasonsWithoutCoolingOff names all of no, other."
        },
        { new() { WarnBefore = TimeSpan.FromMinutes(119) }, null },
        { new() { WarnBefore = TimeSpan.FromHours(2) }, "acceptance.warnBefore: A location that has 02:00:00 is warned 02:00:00 before its time runs out: as soon as it is asked." },
        {
            new() { WarnBefore = TimeSpan.FromHours(1), Deadlines = [Within(0.5, DeliveryMode.Pickup)] },
            "acceptance.deadlines[0].acceptWithin: A location that has 00:30:00 is warned 01:00:00 before its time runs out: as soon as it is asked."
        },
        { new() { WarnBefore = TimeSpan.FromHours(2), Deadlines = [Within(3)] }, null },
        {
            new() { NeedsFullTime = true, ExpiresAtClosing = true },
            "acceptance.expiresAtClosing: No offer is open when its location closes, since needsFullTime lets none be made that could be: expiresAtClosing says nothing."
        },
        { new() { ExpiresAtClosing = true, AutoAccept = [new OfferScope { Type = LocationType.Warehouse }] }, null },
        {
            new() { ExpiresAtClosing = true, AutoAccept = [new OfferScope()] },
            "acceptance.autoAccept: Every offer is accepted by itself, so that warnBefore, expiresAtClosing and needsFullTime say nothing."
        },
        {
            new() { AutoAccept = [new OfferScope { Mode = DeliveryMode.Ship }], Deadlines = [Within(3, DeliveryMode.Ship) with { Type = LocationType.Store }] },
            "acceptance.deadlines[0]: The 03:00:00 for mode 'ship' at locations of type store say nothing: such offers are accepted by themselves."
        },
        { new() { AutoAccept = [new OfferScope { Mode = DeliveryMode.Ship, Type = LocationType.Store }], Deadlines = [Within(3, DeliveryMode.Ship)] }, null },
        {
            new() { Deadlines = [Within(1, DeliveryMode.Pickup), Within(3), Within(4)] },
            "acceptance.deadlines[2]: The 04:00:00 for every mode at every location say nothing: another deadline for the same offers is 03:00:00, and the shortest holds."
        },
        {
            new() { Deadlines = [Within(3), Within(3)] },
            "acceptance.deadlines[1]: The 03:00:00 for every mode at every location say nothing: another deadline for the same offers is 03:00:00, and the shortest holds."
        },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void Of_finds_what_contradicts_itself(AcceptancePolicy policy, string? expected) =>
        Assert.Equal(expected, Lint(A.Profile() with { Acceptance = policy }).SingleOrDefault());

    [Theory]
    [InlineData("ship", null)]
    [InlineData("drone", "acceptance.autoAccept[0].mode: It is for drone; the profile decides ship.")]
    public void Of_finds_offers_that_the_profile_never_makes(string mode, string? expected)
    {
        var profile = A.Profile() with { Scope = new() { Modes = [DeliveryMode.Ship] }, Acceptance = new() { AutoAccept = [new OfferScope { Mode = new(mode) }] } };

        Assert.Equal(expected, Lint(profile).SingleOrDefault());
    }

    [Theory]
    [InlineData(8, null)]
    [InlineData(8.5, "acceptance.needsFullTime: 1 of 2 locations is never asked: no day of theirs is longer than 08:00:00, less than they have to answer: S2.")]
    public void Of_finds_locations_that_never_have_their_full_time(double hours, string? expected)
    {
        var profile = A.Profile() with { Acceptance = new() { AcceptWithin = TimeSpan.FromHours(hours), NeedsFullTime = true } };
        ImmutableArray<WorkHours> morningAndAfternoon = [new(new(8, 0), new(12, 0)), new(new(13, 0), new(17, 0))];
        var week = Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, _ => morningAndAfternoon);

        var found = Lint(profile, A.Location("S1"), A.Location("S2") with { Calendar = new() { Hours = week } });

        Assert.Equal(expected, found.SingleOrDefault());
    }

    private static AcceptanceDeadline Within(double hours, DeliveryMode? mode = null) => new() { AcceptWithin = TimeSpan.FromHours(hours), Mode = mode };

    private static IEnumerable<string> Lint(Profile profile, params Location[] network) =>
        ProfileLint.Of(profile, new() { Today = new DateOnly(2026, 11, 22), Network = [.. network] }).Select(finding => $"{finding.Path}: {finding.Sentence}");
}
