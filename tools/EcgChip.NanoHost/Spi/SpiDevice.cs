using System.Runtime.InteropServices;
using EcgChip.NanoHost;
using nanoFramework.Hardware.Esp32;

namespace System.Device.Spi;

/// <summary>A device on an SPI bus, held until it is disposed.</summary>
public class SpiDevice : IDisposable
{
    /// <summary>Most bytes in a transfer: what nanoFramework's ESP32 driver sets the bus up for.</summary>
    private const int MaxTransfer = 16384;

    private readonly ChipState chip;
    private readonly SpiConnectionSettings settings;
    private readonly byte[] oneByte = new byte[1];
    private bool disposed;

    /// <summary>Takes a device; the bus's pins must have been set before (Configuration.SetPinFunction).</summary>
    /// <exception cref="ArgumentException">No such bus, or its pins are not set.</exception>
    /// <exception cref="SpiDeviceAlreadyInUseException">The bus and chip select are held already.</exception>
    public SpiDevice(SpiConnectionSettings settings)
    {
        chip = HostBoard.State;
        this.settings = new SpiConnectionSettings(settings);
        if (settings.Configuration == SpiBusConfiguration.Simplex)
        {
            throw new NotSupportedException("The ESP32's driver has no simplex SPI.");
        }

        RequireBusPins(settings);
        if (!chip.SpiDevices.Add((settings.BusId, settings.ChipSelectLine)))
        {
            throw new SpiDeviceAlreadyInUseException();
        }
    }

    /// <summary>A copy of the settings that the device was made with.</summary>
    public SpiConnectionSettings ConnectionSettings => new(settings);

    /// <summary>Takes a device, as the constructor does.</summary>
    public static SpiDevice Create(SpiConnectionSettings settings) => new(settings);

    /// <summary>Sends bytes in one transfer.</summary>
    /// <exception cref="ArgumentException">Too many bytes for one transfer.</exception>
    public void Write(SpanByte buffer) => Transfer(buffer.Content, []);

    /// <summary>
    /// Sends all words of an array in one transfer, as they lie in memory: the low byte of each first, for the ESP32's driver hands the array to
    /// the DMA as it is (nf-interpreter, targets/ESP32/_nanoCLR/System.Device.Spi/cpu_spi.cpp). The desktop is little-endian as the ESP32 is.
    /// </summary>
    /// <exception cref="ArgumentException">Too many words for one transfer.</exception>
    public void Write(ushort[] buffer) => Transfer(MemoryMarshal.AsBytes<ushort>(buffer), []);

    /// <summary>Sends one byte.</summary>
    public void WriteByte(byte value)
    {
        oneByte[0] = value;
        Transfer(oneByte, []);
    }

    /// <summary>Receives as many bytes as the buffer holds, in one transfer.</summary>
    public void Read(SpanByte buffer) => Transfer([], buffer.Content);

    /// <summary>Receives one byte.</summary>
    public byte ReadByte()
    {
        Transfer([], oneByte);
        return oneByte[0];
    }

    /// <summary>Sends and receives at the same time.</summary>
    public void TransferFullDuplex(SpanByte writeBuffer, SpanByte readBuffer) => Transfer(writeBuffer.Content, readBuffer.Content);

    /// <summary>Gives the device back.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the device back.</summary>
    protected void Dispose(bool disposing)
    {
        if (!disposed)
        {
            disposed = true;
            chip.SpiDevices.Remove((settings.BusId, settings.ChipSelectLine));
        }
    }

    private void Transfer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (write.Length > MaxTransfer || read.Length > MaxTransfer)
        {
            throw new ArgumentException($"An SPI transfer holds {MaxTransfer} bytes at most.");
        }

        chip.Board.TransferSpi(settings.BusId, settings.ChipSelectLine, settings.ClockFrequency, write, read);
    }

    private void RequireBusPins(SpiConnectionSettings wanted)
    {
        (DeviceFunction mosi, DeviceFunction miso, DeviceFunction clock) = wanted.BusId switch
        {
            1 => (DeviceFunction.SPI1_MOSI, DeviceFunction.SPI1_MISO, DeviceFunction.SPI1_CLOCK),
            2 => (DeviceFunction.SPI2_MOSI, DeviceFunction.SPI2_MISO, DeviceFunction.SPI2_CLOCK),
            _ => throw new ArgumentException($"The ESP32 has SPI bus 1 and 2, not {wanted.BusId}.", nameof(wanted)),
        };
        bool complete = chip.FunctionPins.ContainsKey(mosi) && chip.FunctionPins.ContainsKey(clock)
            && (wanted.Configuration == SpiBusConfiguration.HalfDuplex || chip.FunctionPins.ContainsKey(miso));
        if (!complete)
        {
            throw new ArgumentException($"SPI bus {wanted.BusId} has no pins: set them with Configuration.SetPinFunction.", nameof(wanted));
        }
    }
}
