using System;
using System.Runtime.InteropServices;
using System.Threading;
using EcgChip.ChipClock;
using EcgChip.NanoHost;

namespace EcgChip.Cli;

/// <summary>
/// Ctrl-C, or the system's request to end, as a token. The first one lets the work end in order; a second one ends the process at once.
/// A program that runs on the chip's clock listens to the one that started it: the signal may have come before it was there.
/// </summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(InstructionMeter.Cancellation);
    private readonly PosixSignalRegistration[] _registrations;
    private bool _disposed;

    /// <summary>Listens from now on.</summary>
    public Interruption() => _registrations = ChipHost.IsInside
        ? []
        :
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
        ];

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
        lock (_source)
        {
            // A signal on the way while the work ends by itself is too late to change anything.
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
