namespace Dom.Core.Solving.Files;

/// <summary>Orders as they are read, before their lines are known.</summary>
/// <param name="mostRows">As many rows as there can be.</param>
internal sealed class OrderRows(int mostRows)
{
    private double[] _latitude = new double[mostRows];
    private double[] _longitude = new double[mostRows];
    private int[] _maxLocations = new int[mostRows];
    private double[] _maxDistanceKm = new double[mostRows];
    private bool[] _shipComplete = new bool[mostRows];

    /// <summary>Their ids.</summary>
    public TextIndex Ids { get; } = new();

    /// <summary>The ids, for those that refer to them.</summary>
    public KnownIds Index => new(Ids, IsComplete);

    /// <summary>Whether every row of the file could be read.</summary>
    public bool IsComplete { get; set; }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Where in the file each stands.</summary>
    public int[] Line { get; } = new int[mostRows];

    /// <summary>Sets an order, or adds it.</summary>
    /// <param name="order">Its number.</param>
    /// <param name="line">Where it stands.</param>
    /// <param name="destination">Where it goes, degrees.</param>
    /// <param name="maxLocations">Most locations.</param>
    /// <param name="maxDistanceKm">Farthest location.</param>
    /// <param name="shipComplete">Whether it is served whole or not at all.</param>
    public void Set(int order, int line, (double Latitude, double Longitude) destination, int maxLocations, double maxDistanceKm, bool shipComplete)
    {
        Line[order] = order < Count ? Line[order] : line;
        (_latitude[order], _longitude[order]) = destination;
        (_maxLocations[order], _maxDistanceKm[order], _shipComplete[order]) = (maxLocations, maxDistanceKm, shipComplete);
        Count = Math.Max(Count, order + 1);
    }

    /// <summary>The orders' columns. The rows are not to be used after.</summary>
    /// <param name="lineStart">Where each order's lines start.</param>
    public OrderColumns Build(int[] lineStart) => new()
    {
        Ids = Ids.ToStrings(),
        Latitude = Cut(ref _latitude),
        Longitude = Cut(ref _longitude),
        MaxLocations = Cut(ref _maxLocations),
        MaxDistanceKm = Cut(ref _maxDistanceKm),
        ShipComplete = Cut(ref _shipComplete),
        LineStart = lineStart,
    };

    private T[] Cut<T>(ref T[] column)
    {
        Array.Resize(ref column, Count);
        return column;
    }
}
