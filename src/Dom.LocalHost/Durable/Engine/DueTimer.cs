namespace Dom.LocalHost.Durable.Engine;

/// <summary>Something that is to happen at a time.</summary>
/// <param name="due">The time, in UTC.</param>
/// <param name="action">What happens; must not throw or wait.</param>
internal sealed class DueTimer(DateTime due, Action action)
{
    private Action? _action = action;

    /// <summary>The time, in UTC.</summary>
    public DateTime Due { get; } = due;

    /// <summary>Whether it has been called off.</summary>
    public bool IsOff => Volatile.Read(ref _action) is null;

    /// <summary>Calls it off.</summary>
    public void TurnOff() => Volatile.Write(ref _action, null);

    /// <summary>Does it, unless it has been called off.</summary>
    public void Fire() => Interlocked.Exchange(ref _action, null)?.Invoke();
}
