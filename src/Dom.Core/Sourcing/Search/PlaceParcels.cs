using Dom.Core.Sourcing.Costs;

namespace Dom.Core.Sourcing.Search;

/// <summary>What the parcels of places hold, and what they weigh by it. Where only weight and room of what is in them matter, these are kept as sums.</summary>
internal sealed class PlaceParcels
{
    private readonly SearchProblem _problem;
    private readonly int[] _places;
    private readonly int _ways;
    private readonly int _items;
    private readonly bool[] _isByContents;
    private readonly bool[] _isSum;
    private readonly ParcelContents[] _contentsOfOne;
    private readonly ParcelContents[] _contents;
    private readonly Int128[] _weights;
    private readonly int[] _units;

    /// <summary>Makes empty parcels.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="places">The locations, ascending.</param>
    public PlaceParcels(SearchProblem problem, int[] places)
    {
        (_problem, _places, _ways, _items) = (problem, places, problem.WayCount, problem.Items.Length);
        (_isByContents, _isSum) = (new bool[_ways], new bool[_ways]);
        _contentsOfOne = new ParcelContents[_ways * _items];
        _contents = new ParcelContents[places.Length * _ways];
        _weights = new Int128[places.Length * _ways];
        _units = new int[problem.Wanted.Length];
        foreach (var way in problem.WaysByContents)
        {
            (_isByContents[way], _isSum[way]) = (true, true);
            for (var item = 0; item < _items; item++)
            {
                if (Array.IndexOf(problem.Items[item].Ways, way) >= 0)
                {
                    Array.Clear(_units);
                    problem.AddUnits(item, way, 1, _units);
                    _contentsOfOne[(item * _ways) + way] = problem.Costs.Contents(way - 1, _units);
                    _isSum[way] &= _contentsOfOne[(item * _ways) + way].Surcharges is null;
                }
            }
        }
    }

    /// <summary>Whether what is in parcels of a way matters.</summary>
    /// <param name="way">The way.</param>
    public bool IsByContents(int way) => _isByContents[way];

    /// <summary>What a place's parcel weighs by its contents; 0 where there is none.</summary>
    /// <param name="place">The place.</param>
    /// <param name="way">Its way, one by contents.</param>
    public Int128 Weight(int place, int way) => _weights[(place * _ways) + way];

    /// <summary>What a place's parcel would weigh by its contents after a change; <see cref="PlanWeight.Impossible"/> where no tariff takes it.</summary>
    /// <param name="place">The place.</param>
    /// <param name="way">Its way, one by contents.</param>
    /// <param name="item">The item of which there would be more in it.</param>
    /// <param name="amount">How much more, below 0 for less.</param>
    /// <param name="plan">The plan as it is.</param>
    public Int128 Weight(int place, int way, int item, int amount, ExchangePlan plan) => WeightOf(place, way, After(place, way, item, amount, plan));

    /// <summary>Changes a place's parcel.</summary>
    /// <param name="place">The place.</param>
    /// <param name="way">Its way, one by contents.</param>
    /// <param name="item">The item of which there is more in it.</param>
    /// <param name="amount">How much more, below 0 for less.</param>
    /// <param name="isEmpty">Whether nothing is in it then.</param>
    /// <param name="plan">The plan as it was.</param>
    public void Change(int place, int way, int item, int amount, bool isEmpty, ExchangePlan plan)
    {
        var contents = isEmpty ? default : After(place, way, item, amount, plan);
        _contents[(place * _ways) + way] = contents;
        _weights[(place * _ways) + way] = isEmpty ? Int128.Zero : WeightOf(place, way, contents);
    }

    private Int128 WeightOf(int place, int way, in ParcelContents contents) =>
        _problem.Costs.ParcelMinorUnits(way - 1, _places[place], contents) is { } minorUnits ? new Int128((ulong)minorUnits, 0) : PlanWeight.Impossible;

    private ParcelContents After(int place, int way, int item, int amount, ExchangePlan plan)
    {
        if (_isSum[way])
        {
            ref var one = ref _contentsOfOne[(item * _ways) + way];
            ref var now = ref _contents[(place * _ways) + way];
            return new ParcelContents(now.Grams + (one.Grams * amount), now.CubicMillimetres + (one.CubicMillimetres * amount), null);
        }

        Array.Clear(_units);
        for (var other = 0; other < _items; other++)
        {
            if (plan.Amount(other, place) + (other == item ? amount : 0) is > 0 and var units)
            {
                _problem.AddUnits(other, way, units, _units);
            }
        }

        return _problem.Costs.Contents(way - 1, _units);
    }
}
