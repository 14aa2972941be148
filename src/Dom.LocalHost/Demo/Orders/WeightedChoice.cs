using System.Collections.Immutable;

namespace Dom.LocalHost.Demo.Orders;

/// <summary>Draws one of several things, each as often as its weight says.</summary>
/// <typeparam name="T">The things.</typeparam>
internal sealed class WeightedChoice<T>
{
    private readonly ImmutableArray<T> _items;
    private readonly double[] _upTo;

    /// <summary>Creates the choice.</summary>
    /// <param name="items">The things, at least one.</param>
    /// <param name="weight">The weight of each, 0 or more, not all of them 0.</param>
    /// <exception cref="ArgumentException">There is nothing to draw.</exception>
    public WeightedChoice(IEnumerable<T> items, Func<T, double> weight)
    {
        _items = [.. items];
        var total = 0.0;
        _upTo = [.. _items.Select(item => total += weight(item))];
        if (total <= 0)
        {
            throw new ArgumentException($"{_items.Length} things weigh {total}; allowed is more than 0.", nameof(items));
        }
    }

    /// <summary>Draws one.</summary>
    /// <param name="random">What decides.</param>
    public T Draw(Random random)
    {
        var at = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return _items[Math.Min(at < 0 ? ~at : at + 1, _items.Length - 1)];
    }
}
