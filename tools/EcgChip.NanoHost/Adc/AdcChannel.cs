using EcgChip.NanoHost;

namespace System.Device.Adc;

/// <summary>A channel ready for readings.</summary>
public class AdcChannel : AdcChannelBase, IDisposable
{
    private readonly IHostBoard board;
    private readonly int number;
    private bool disposed;

    internal AdcChannel(IHostBoard board, AdcController controller, int number)
        : base(controller)
    {
        this.board = board;
        this.number = number;
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The channel was closed.</exception>
    public override int ReadValue()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return board.ReadAdc(number);
    }

    /// <summary>Closes the channel.</summary>
    public void Dispose() => disposed = true;
}
