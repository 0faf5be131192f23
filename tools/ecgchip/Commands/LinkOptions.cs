using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using EcgChip.Link;

namespace EcgChip.Cli.Commands;

/// <summary>How a device is reached.</summary>
internal static class LinkOptions
{
    /// <summary>The serial port of the device's link.</summary>
    public static Option<string?> Port() => new("--port")
    {
        Description = "Serial port of the device's link: COM6, /dev/ttyUSB1. Not the port that it is flashed by.",
        HelpName = "P",
        CustomParser = OptionValue.Text,
    };

    /// <summary>The address of a device's link over TCP.</summary>
    public static Option<string?> Tcp() => new("--tcp")
    {
        Description = "Address of a device's link over TCP: what 'ecgchip simulate --listen' tells.",
        HelpName = "HOST:PORT",
        CustomParser = OptionValue.Text,
    };

    /// <summary>Opens what one of the two says.</summary>
    /// <exception cref="UnusableInputException">None or both are given, or an address that is none.</exception>
    /// <exception cref="LinkException">It cannot be opened.</exception>
    public static ILinkTransport Open(string? port, string? tcp) => (port, tcp) switch
    {
        (null, null) => throw new UnusableInputException("No device is named: give --port with its serial port, or --tcp with its address."),
        (not null, not null) => throw new UnusableInputException("Two devices are named: give --port or --tcp, and not both."),
        (null, not null) => OpenTcp(tcp),
        _ => new SerialTransport(port),
    };

    /// <summary>Connects to HOST:PORT.</summary>
    /// <exception cref="UnusableInputException">It is no such address.</exception>
    /// <exception cref="LinkException">Nobody listens there.</exception>
    public static TcpTransport OpenTcp(string address)
    {
        int colon = address.LastIndexOf(':');
        return colon > 0 && int.TryParse(address[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            && port is > 0 and <= IPEndPoint.MaxPort
            ? new TcpTransport(address[..colon], port)
            : throw new UnusableInputException($"{address} is no address: give a host and a port, as in 127.0.0.1:4000.");
    }

    /// <summary>An address to listen on.</summary>
    public static IPEndPoint? EndPoint(ArgumentResult result)
    {
        string text = OptionValue.Text(result);
        if (IPEndPoint.TryParse(text, out IPEndPoint? address) && text.Contains(':', System.StringComparison.Ordinal))
        {
            return address;
        }

        result.AddError($"--listen {text} is no address: give one of this computer and a port, as in 127.0.0.1:4000.");
        return null;
    }
}
