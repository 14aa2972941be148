namespace Dom.Core.Solving.Generation;

/// <summary>Draws among things that have whole numbers as weights.</summary>
internal sealed class WeightedChoice
{
    private readonly long[] _upTo;

    /// <summary>Takes the weights.</summary>
    /// <param name="weights">A weight for each thing, 0 or more, their sum above 0.</param>
    public WeightedChoice(IReadOnlyList<long> weights)
    {
        _upTo = new long[weights.Count];
        for (var thing = 0; thing < _upTo.Length; thing++)
        {
            Total += weights[thing];
            _upTo[thing] = Total;
        }
    }

    /// <summary>The sum of all weights.</summary>
    public long Total { get; }

    /// <summary>Draws a thing.</summary>
    /// <param name="random">Where chance comes from.</param>
    public int Draw(RandomStream random)
    {
        var ticket = random.Below(Total) + 1;
        var found = Array.BinarySearch(_upTo, ticket);
        if (found < 0)
        {
            return ~found;
        }

        // Things without weight end where the one before them ends, and are never drawn.
        while (found > 0 && _upTo[found - 1] == ticket)
        {
            found--;
        }

        return found;
    }
}
