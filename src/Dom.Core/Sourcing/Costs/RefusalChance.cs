using Dom.Core.Catalogue;
using Dom.Core.Network;
using Dom.Core.Profiles.Costs;

namespace Dom.Core.Sourcing.Costs;

/// <summary>How likely locations are to refuse a line, in millionths.</summary>
/// <remarks>
/// Each rate is drawn towards that of the wider group: with r refusals of o offers, K = <see cref="RefusalCost.PriorOffers"/> and a wider rate q it is
/// (r + K q) / (o + K), half a millionth rounded up. The widest is <see cref="RefusalCost.PriorPerMille"/>; towards it the rate of a kind of locations is drawn,
/// whose r and o are the sums over all locations of the network of that kind; towards that the location's own; and towards that, where any is told, the location's
/// own for the top category of the line's product. A location without offers refuses like its kind, and a kind without offers like the widest rate.
/// Source: the posterior mean of a Beta prior with weight K, as A. Gelman et al., Bayesian Data Analysis, 3rd edition (2013), section 2.4.
/// </remarks>
internal sealed class RefusalChance
{
    private const long Millionths = 1_000_000;
    private const long MillionthsInPerMille = 1000;

    private readonly Screening _screening;
    private readonly RefusalCost _cost;
    private readonly long[] _ofLocation;
    private readonly Dictionary<CategoryPath, OfCategory> _ofCategory = [];
    private readonly OfCategory?[] _ofLine;

    /// <summary>Works the chances out.</summary>
    /// <param name="screening">The screened request.</param>
    public RefusalChance(Screening screening)
    {
        (_screening, _cost) = (screening, screening.Request.Profile.Costs.Refusal);
        _ofLocation = OfLocations();
        _ofLine = [.. screening.Request.Lines.Select(OfLine)];
    }

    /// <summary>How likely a location is to refuse a line, in millionths, 0 to 1,000,000.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public long Of(int line, int location) => (_ofLine[line]?.Chances ?? _ofLocation)[location];

    /// <summary>What a location has answered for the top category of a line's product; none where nothing is known of it.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public CategoryAnswers? Known(int line, int location) => _ofLine[line]?.Known[location];

    /// <summary>A rate drawn towards a wider one.</summary>
    /// <param name="history">What was offered and refused.</param>
    /// <param name="wider">The wider rate, in millionths.</param>
    /// <param name="priorOffers">How many offers the wider rate weighs as much as, 1 or more.</param>
    /// <returns>The rate, in millionths.</returns>
    public static long Shrink((long Offered, long Refused) history, long wider, int priorOffers) =>
        Rounding.HalfUp(checked((history.Refused * Millionths) + (priorOffers * wider)), checked(history.Offered + priorOffers));

    private long[] OfLocations()
    {
        var (locations, answers) = (_screening.Locations, _screening.Request.Answers);
        var kinds = new (long Offered, long Refused)[Enum.GetValues<LocationType>().Length];
        var own = new AnswerHistory[locations.Length];
        for (var location = 0; location < own.Length && answers.Count > 0; location++)
        {
            own[location] = answers.GetValueOrDefault(locations[location].LocationId);
            ref var kind = ref kinds[(int)locations[location].Type];
            kind = (kind.Offered + own[location].Offered, kind.Refused + own[location].Refused);
        }

        var ofKind = Array.ConvertAll(kinds, kind => Shrink(kind, _cost.PriorPerMille * MillionthsInPerMille, _cost.PriorOffers));
        var chances = new long[own.Length];
        for (var location = 0; location < own.Length; location++)
        {
            chances[location] = Shrink((own[location].Offered, own[location].Refused), ofKind[(int)locations[location].Type], _cost.PriorOffers);
        }

        return chances;
    }

    private OfCategory? OfLine(DemandLine line)
    {
        if (_screening.Request.AnswersByCategory.IsEmpty || _screening.Request.Products.GetValueOrDefault(line.Sku)?.Category?.Top is not { } top)
        {
            return null;
        }

        if (!_ofCategory.TryGetValue(top, out var category))
        {
            category = new OfCategory([.. _ofLocation], new CategoryAnswers?[_ofLocation.Length]);
            foreach (var answers in _screening.Request.AnswersByCategory)
            {
                if (answers.Category == top && _screening.IndexOf(answers.LocationId) is >= 0 and var location)
                {
                    category.Known[location] = answers;
                    category.Chances[location] = Shrink((answers.History.Offered, answers.History.Refused), _ofLocation[location], _cost.PriorOffers);
                }
            }

            _ofCategory.Add(top, category);
        }

        return category;
    }

    private sealed record OfCategory(long[] Chances, CategoryAnswers?[] Known);
}
