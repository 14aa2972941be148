namespace Dom.Functions.Tests.TestKit;

/// <summary>Counts what a step does outside its process, and ends the process at one of these operations.</summary>
internal sealed class CrashPoint
{
    private readonly Lock _gate = new();
    private readonly List<string> _done = [];
    private int? _survives;
    private bool _after;
    private int _begun;

    /// <summary>The operations since the last <see cref="Clear"/>, in the order in which they began.</summary>
    public IReadOnlyList<string> Done
    {
        get
        {
            lock (_gate)
            {
                return [.. _done];
            }
        }
    }

    /// <summary>Called before each operation, with its name; for tests that let something happen in between.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Lets a number of operations through and ends the process at the next one.</summary>
    /// <param name="survives">Operations that are let through.</param>
    /// <param name="after">Whether that next one is still carried out: its answer never arrives.</param>
    public void Arm(int survives, bool after) => (_survives, _after, _begun) = (survives, after, 0);

    /// <summary>Lets everything through.</summary>
    public void Disarm() => _survives = null;

    /// <summary>Forgets what was counted.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _done.Clear();
        }
    }

    /// <summary>Does an operation, unless the process ends at it or has ended.</summary>
    public async Task DoAsync(string name, Func<Task> operation)
    {
        await Before(name);
        var number = Interlocked.Increment(ref _begun) - 1;
        if (number > _survives || (number == _survives && !_after))
        {
            throw new ProcessEndedException();
        }

        lock (_gate)
        {
            _done.Add(name);
        }

        await operation();
        if (number == _survives)
        {
            throw new ProcessEndedException();
        }
    }
}

/// <summary>The process ended here.</summary>
internal sealed class ProcessEndedException() : Exception("The process ended.");
