namespace Microsoft.DurableTask.Client;

/// <summary>What a purge has removed.</summary>
public class PurgeResult
{
    /// <summary>Creates a result.</summary>
    /// <param name="count">Instances removed, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public PurgeResult(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
    }

    /// <summary>Creates a result.</summary>
    /// <param name="count">Instances removed, at least 0.</param>
    /// <param name="isComplete">Whether nothing that was asked for is left; null when not known.</param>
    public PurgeResult(int count, bool? isComplete)
        : this(count)
    {
        IsComplete = isComplete;
    }

    /// <summary>Instances removed.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>Whether nothing that was asked for is left; null when not known.</summary>
    public bool? IsComplete { get; }
}
