using EcgChip.NanoHost;
using nanoFramework.Hardware.Esp32;

namespace System.IO.Ports;

/// <summary>A serial port of the chip, as far as the firmware uses one: 8 bits, no parity, one stop bit.</summary>
public sealed class SerialPort : IDisposable
{
    private const int DefaultBufferBytes = 256;
    private const int NumberPlace = 3;
    private const int DebuggersPort = 1;
    private const int UsualBits = 8;

    private readonly ChipState chip;
    private readonly int number;
    private int bufferBytes = DefaultBufferBytes;
    private IHostSerialLine? line;

    /// <summary>A port that is not open yet.</summary>
    /// <param name="portName">COM1, COM2 or COM3.</param>
    /// <param name="baudRate">Bits a second.</param>
    /// <param name="parity">None here.</param>
    /// <param name="dataBits">8 here.</param>
    /// <param name="stopBits">One here.</param>
    /// <exception cref="ArgumentException">The port was taken before, or is none.</exception>
    public SerialPort(string portName, int baudRate = 9600, Parity parity = Parity.None, int dataBits = UsualBits, StopBits stopBits = StopBits.One)
    {
        ArgumentNullException.ThrowIfNull(portName);
        if (parity != Parity.None || dataBits != UsualBits || stopBits != StopBits.One)
        {
            throw new NotSupportedException("The simulated port has 8 bits, no parity and one stop bit.");
        }

        chip = HostBoard.State;
        PortName = portName;
        BaudRate = baudRate;
        number = portName.Length == NumberPlace + 1 && portName.StartsWith("COM", StringComparison.Ordinal) ? portName[NumberPlace] - '0' : 0;
        if (number is < 1 or > NumberPlace || !chip.SerialPorts.Add(number))
        {
            throw new ArgumentException($"{portName} is no port of the ESP32, or is taken already.", nameof(portName));
        }
    }

    /// <summary>The port's name.</summary>
    public string PortName { get; }

    /// <summary>Bits a second.</summary>
    public int BaudRate { get; set; }

    /// <summary>True between <see cref="Open"/> and <see cref="Close"/>.</summary>
    public bool IsOpen => line is not null;

    /// <summary>Bytes that can wait to be read; more are lost. Set before <see cref="Open"/>.</summary>
    /// <exception cref="InvalidOperationException">It is open.</exception>
    public int ReadBufferSize
    {
        get => bufferBytes;
        set => bufferBytes = IsOpen ? throw new InvalidOperationException() : value;
    }

    /// <summary>Bytes that wait to be read.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public int BytesToRead => Line.Available;

    private IHostSerialLine Line => line ?? throw new InvalidOperationException("The port is not open.");

    /// <summary>Opens the port; its pins must have been set before (Configuration.SetPinFunction).</summary>
    /// <exception cref="ArgumentException">It is the debugger's, or has no pins.</exception>
    /// <exception cref="InvalidOperationException">It is open already.</exception>
    public void Open()
    {
        if (IsOpen)
        {
            throw new InvalidOperationException();
        }

        bool hasPins = chip.FunctionPins.ContainsKey(DeviceFunction.COM2_TX) && chip.FunctionPins.ContainsKey(DeviceFunction.COM2_RX);
        if (number == DebuggersPort || !hasPins)
        {
            throw new ArgumentException($"{PortName} is the debugger's, or has no pins: set them with Configuration.SetPinFunction.");
        }

        line = chip.Board.SerialLine(number);
        line.SetCapacity(bufferBytes);
    }

    /// <summary>Closes the port.</summary>
    public void Close() => line = null;

    /// <summary>Reads bytes that have come in. On the chip it waits for as many as it is asked for, or for its time-out: here none are waited for.</summary>
    /// <returns>How many there were.</returns>
    public int Read(byte[] buffer, int offset, int count) => Line.Read(buffer.AsSpan(offset, count));

    /// <summary>Sends bytes and waits until they are on the wire.</summary>
    public void Write(byte[] buffer, int offset, int count) => Line.Write(buffer.AsSpan(offset, count), BaudRate);

    /// <summary>Closes the port and gives it back.</summary>
    public void Dispose()
    {
        Close();
        chip.SerialPorts.Remove(number);
    }
}
