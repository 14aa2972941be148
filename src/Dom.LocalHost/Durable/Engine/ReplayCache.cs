namespace Dom.LocalHost.Durable.Engine;

/// <summary>Keeps the histories of the instances that ran last, up to a number of bytes. The others are read again when they are needed.</summary>
/// <param name="budget">The number of bytes.</param>
internal sealed class ReplayCache(long budget)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(OrchestrationInstance Instance, long Size)> _byUse = new();
    private readonly Dictionary<OrchestrationInstance, LinkedListNode<(OrchestrationInstance Instance, long Size)>> _nodes = [];
    private long _size;

    /// <summary>Keeps an instance's history, newest.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="replay">Its history.</param>
    public void Put(OrchestrationInstance instance, ReplayData replay)
    {
        lock (_gate)
        {
            Forget(instance);
            instance.Replay = replay;
            var size = replay.Size;
            _nodes.Add(instance, _byUse.AddLast((instance, size)));
            _size += size;
            while (_size > budget && _byUse.First is { } oldest)
            {
                Forget(oldest.Value.Instance);
            }
        }
    }

    /// <summary>Forgets an instance's history.</summary>
    /// <param name="instance">The instance.</param>
    public void Remove(OrchestrationInstance instance)
    {
        lock (_gate)
        {
            Forget(instance);
        }
    }

    private void Forget(OrchestrationInstance instance)
    {
        instance.Replay = null;
        if (_nodes.Remove(instance, out var node))
        {
            _size -= node.Value.Size;
            _byUse.Remove(node);
        }
    }
}
