using System.Collections.Immutable;

namespace Dom.Core.Solving.Files;

/// <summary>The faults found so far.</summary>
internal sealed class FaultList
{
    private readonly ImmutableArray<FileFault>.Builder _faults = ImmutableArray.CreateBuilder<FileFault>();

    /// <summary>Notes a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="FileFaultException">There are as many now as are reported.</exception>
    public void Add(FileFault fault)
    {
        _faults.Add(fault);
        if (_faults.Count == FileFaultException.MostFaults)
        {
            ThrowIfAny();
        }
    }

    /// <summary>Ends the reading of files that have faults.</summary>
    /// <exception cref="FileFaultException">There are faults.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new FileFaultException(_faults.ToImmutable());
        }
    }
}
