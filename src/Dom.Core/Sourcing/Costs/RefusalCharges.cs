namespace Dom.Core.Sourcing.Costs;

/// <summary>What refusals are expected to cost: the cost of one, times how likely the location is to refuse the line.</summary>
/// <param name="screening">The screened request.</param>
internal sealed class RefusalCharges(Screening screening)
{
    private const long Millionths = 1_000_000;

    private readonly long _lineMinorUnits = screening.Request.Profile.Costs.Refusal.LineMinorUnits;
    private readonly RefusalChance? _chance = screening.Request.Profile.Costs.Refusal.LineMinorUnits == 0 ? null : new RefusalChance(screening);

    /// <summary>What a line at a location is expected to cost for being refused, half a minor unit rounded up.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public long Line(int line, int location) => _chance is null ? 0 : Rounding.HalfUp(checked(_lineMinorUnits * _chance.Of(line, location)), Millionths);

    /// <summary>How likely a location is to refuse a line, in millionths; 0 where refusals cost nothing.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public long Chance(int line, int location) => _chance?.Of(line, location) ?? 0;

    /// <summary>What a location has answered for the top category of a line's product; none where nothing is known of it, or refusals cost nothing.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public CategoryAnswers? Known(int line, int location) => _chance?.Known(line, location);
}
