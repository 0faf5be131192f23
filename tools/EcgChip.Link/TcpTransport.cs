using System;
using System.Globalization;
using System.Net.Sockets;

namespace EcgChip.Link;

/// <summary>A link over TCP: to the simulator, or to a box that stands between a network and a serial port.</summary>
public sealed class TcpTransport : ILinkTransport
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(5);
    private readonly Socket _socket;

    /// <summary>Connects.</summary>
    /// <exception cref="LinkException">Nobody listens there.</exception>
    public TcpTransport(string host, int port)
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"{host}:{port}");
        _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (!_socket.ConnectAsync(host, port).Wait(ConnectTime))
            {
                throw new SocketException((int)SocketError.TimedOut);
            }
        }
        catch (Exception exception) when (exception is AggregateException or SocketException)
        {
            _socket.Dispose();
            throw new LinkException($"Nothing listens on {Name}: start 'ecgchip simulate --listen {Name}', or give the address that it tells.", LinkFault.NotThere, exception);
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Read(byte[] buffer, TimeSpan wait)
    {
        try
        {
            if (!_socket.Poll(wait, SelectMode.SelectRead))
            {
                return 0;
            }

            int count = _socket.Receive(buffer);
            return count > 0 ? count : throw Gone(null);
        }
        catch (SocketException exception)
        {
            throw Gone(exception);
        }
    }

    /// <inheritdoc/>
    public void Write(byte[] buffer, int count)
    {
        try
        {
            _socket.Send(buffer, count, SocketFlags.None);
        }
        catch (SocketException exception)
        {
            throw Gone(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private LinkException Gone(SocketException? inner) =>
        new($"{Name} has closed the connection: see whether the simulator still runs, or somebody else is connected.", LinkFault.Closed, inner);
}
