using System;
using System.IO;
using System.IO.Ports;
using System.Linq;

namespace EcgChip.Link;

/// <summary>A link over a serial port of this computer.</summary>
public sealed class SerialTransport : ILinkTransport
{
    /// <summary>Bits a second; 8 bits, no parity, one stop bit.</summary>
    public const int BaudRate = 115200;

    private readonly SerialPort _port;

    /// <summary>Opens a port.</summary>
    /// <exception cref="LinkException">There is none of this name, or it cannot be had.</exception>
    public SerialTransport(string name)
    {
        Name = name;
        _port = new SerialPort(name, BaudRate, Parity.None, 8, StopBits.One);
        try
        {
            _port.Open();
            _port.DiscardInBuffer();
        }
        catch (UnauthorizedAccessException exception) when (Exists(name))
        {
            _port.Dispose();
            throw new LinkException(
                $"Port {name} is in use, or you may not open it: close the program that has it (Visual Studio's Device Explorer, a terminal); on Linux, be in the group dialout.",
                LinkFault.InUse, exception);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or InvalidOperationException or UnauthorizedAccessException)
        {
            _port.Dispose();
            throw new LinkException(
                $"There is no serial port {name}: plug the cable in, install the driver of its USB bridge (CP210x, CH340, FTDI), or give one of {There()}.",
                LinkFault.NotThere, exception);
        }
    }

    /// <summary>Names of the ports that this computer has now.</summary>
    public static string[] Ports => [.. SerialPort.GetPortNames().Distinct().Order(StringComparer.OrdinalIgnoreCase)];

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Read(byte[] buffer, TimeSpan wait)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        try
        {
            _port.ReadTimeout = Math.Max(1, (int)wait.TotalMilliseconds);
            return _port.Read(buffer, 0, buffer.Length);
        }
        catch (TimeoutException)
        {
            return 0;
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            throw Gone(exception);
        }
    }

    /// <inheritdoc/>
    public void Write(byte[] buffer, int count)
    {
        try
        {
            _port.Write(buffer, 0, count);
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or UnauthorizedAccessException or TimeoutException)
        {
            throw Gone(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _port.Dispose();

    // What is not there is told as what may not be opened, on some systems.
    private static bool Exists(string name) => Ports.Contains(name, StringComparer.OrdinalIgnoreCase) || (!OperatingSystem.IsWindows() && File.Exists(name));

    private static string There()
    {
        string[] ports = Ports;
        return ports.Length == 0 ? "those that appear then (now there is none)" : string.Join(", ", ports);
    }

    private LinkException Gone(Exception inner) => new($"Port {Name} has gone: plug the cable in again.", LinkFault.Closed, inner);
}
