namespace System.Device.Spi;

/// <summary>The chip select line of this bus is held by another device.</summary>
#pragma warning disable CA1032 // the chip's exception has this one constructor
public class SpiDeviceAlreadyInUseException : Exception
#pragma warning restore CA1032
{
    /// <summary>The one way to make it.</summary>
    public SpiDeviceAlreadyInUseException()
        : base("Another SPI device holds this bus and chip select: dispose it first.")
    {
    }
}
