namespace Dom.Core.Solving.Prices;

/// <summary>
/// Prices of one kind of resource while they are searched for: each goes on in the direction that it had, turned by what is wanted too much of the
/// resource, or too little, at a pace of its own. Keeps their means of late too: prices that swing prove less than their means do.
/// </summary>
internal sealed class PriceGroup
{
    private const float Deflection = 0.65f;
    private const float PaceUp = 1.2f;
    private const float PaceDown = 0.7f;
    private const float MaxPace = 64;
    private const float MinPace = 0.02f;
    private const float ShareInMean = 0.3f;

    private float[] _price = [];
    private float[] _step = [];
    private float[] _pace = [];
    private float[] _mean = [];

    /// <summary>Starts with prices of 0.</summary>
    /// <param name="count">How many resources there are.</param>
    public PriceGroup(int count) => Resize(count, count);

    /// <summary>How many resources there are.</summary>
    public int Count { get; private set; }

    /// <summary>A resource's price, price units.</summary>
    /// <param name="at">The resource.</param>
    public float Price(int at) => _price[at];

    /// <summary>Makes room for more resources, at price 0.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="room">How many there may be before the next arrays.</param>
    public void Resize(int count, int room)
    {
        Count = count;
        var before = _price.Length;
        if (room > before)
        {
            Array.Resize(ref _price, room);
            Array.Resize(ref _step, room);
            Array.Resize(ref _pace, room);
            Array.Resize(ref _mean, room);
            _pace.AsSpan(before).Fill(1);
        }
    }

    /// <summary>Starts from prices.</summary>
    /// <param name="prices">A price for each resource, price units.</param>
    public void Start(float[] prices)
    {
        prices.CopyTo(_price, 0);
        prices.CopyTo(_mean, 0);
    }

    /// <summary>Forgets directions and paces.</summary>
    public void Forget()
    {
        Array.Clear(_step);
        Array.Fill(_pace, 1);
    }

    /// <summary>Turns the direction of a price.</summary>
    /// <param name="at">The resource.</param>
    /// <param name="excess">How much more is wanted than there is.</param>
    /// <param name="scale">How much there is.</param>
    /// <returns>The square of how far the price would go.</returns>
    public double Turn(int at, float excess, double scale)
    {
        // A price that keeps its direction goes faster, one that turns back goes slower.
        _pace[at] = (_step[at] * excess) switch
        {
            > 0 => Math.Min(MaxPace, _pace[at] * PaceUp),
            < 0 => Math.Max(MinPace, _pace[at] * PaceDown),
            _ => _pace[at],
        };

        // A price of 0 cannot fall.
        var step = excess + (Deflection * _step[at]);
        _step[at] = _price[at] <= 0 && step < 0 ? 0 : step;
        return (double)_step[at] * _step[at] * _pace[at] / scale;
    }

    /// <summary>Moves a price on in its direction.</summary>
    /// <param name="at">The resource.</param>
    /// <param name="length">How far.</param>
    /// <param name="scale">How much there is of the resource.</param>
    /// <param name="most">The greatest price, price units.</param>
    public void Advance(int at, float length, float scale, float most)
    {
        _price[at] = Math.Clamp(_price[at] + (length * _step[at] * _pace[at] / scale), 0, most);
        _mean[at] += ShareInMean * (_price[at] - _mean[at]);
    }

    /// <summary>Goes to the means of the prices of late.</summary>
    public void Settle() => _mean.CopyTo(_price, 0);
}
