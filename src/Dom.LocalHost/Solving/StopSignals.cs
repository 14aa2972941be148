using System.Runtime.InteropServices;

namespace Dom.LocalHost.Solving;

/// <summary>Ctrl-C, or being asked to terminate, while a solve runs: the first time it ends with what it has, the second time the process ends at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly TextWriter _writer;

    /// <summary>Listens from now on.</summary>
    /// <param name="writer">Where it says that it has heard.</param>
    public StopSignals(TextWriter writer)
    {
        _writer = writer;
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)];
    }

    /// <summary>Is cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Listens no more.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        _writer.WriteLine("Stopping: the best plan so far is written. Again ends at once.");
        _stop.Cancel();
    }
}
