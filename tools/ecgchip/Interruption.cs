using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace EcgChip.Cli;

/// <summary>
/// Ctrl-C, or the system's request to end, as a token. The first one lets the work end in order; a second one ends the process at once.
/// </summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private bool _disposed;

    /// <summary>Listens from now on.</summary>
    public Interruption()
    {
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        lock (_source)
        {
            _disposed = true;
            _source.Dispose();
        }
    }

    private void Interrupt(PosixSignalContext context)
    {
        // A program that runs on the chip's clock listens beside the one that started it: it may have ended both before this one hears of the signal.
        lock (_source)
        {
            if (_disposed || !_source.IsCancellationRequested)
            {
                context.Cancel = true;
            }

            if (!_disposed && !_source.IsCancellationRequested)
            {
                _source.Cancel();
            }
        }
    }
}
