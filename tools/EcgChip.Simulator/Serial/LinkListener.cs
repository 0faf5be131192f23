using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace EcgChip.Simulator.Serial;

/// <summary>
/// Carries the wire at a board's second serial port over TCP: whoever connects sits at its other end, one at a time. What comes is handed on no faster
/// than the port takes it, as the flow control of a USB-serial bridge would.
/// </summary>
public sealed class LinkListener : IDisposable
{
    private const int BufferBytes = 256;
    private const int PauseMs = 1;
    private const int SendTimeoutMs = 2000;

    private readonly SerialWire wire;
    private readonly TcpListener listener;
    private readonly Thread thread;
    private volatile Socket? peer;
    private volatile bool disposed;

    /// <summary>Listens from now on.</summary>
    /// <param name="address">Where; port 0 takes a free one.</param>
    /// <param name="wire">The wire.</param>
    /// <exception cref="SocketException">Nobody may listen there, or somebody does already.</exception>
    public LinkListener(IPEndPoint address, SerialWire wire)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(wire);
        this.wire = wire;
        listener = new TcpListener(address);
        listener.Start(1);
        Address = (IPEndPoint)listener.LocalEndpoint;
        wire.Sent = HandOn;
        thread = new Thread(Serve) { IsBackground = true, Name = "link listener" };
        thread.Start();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        disposed = true;
        wire.Sent = null;
        listener.Stop();
        peer?.Dispose();
        thread.Join();
    }

    private void Serve()
    {
        while (!disposed)
        {
            try
            {
                using Socket accepted = listener.AcceptSocket();
                accepted.NoDelay = true;
                accepted.SendTimeout = SendTimeoutMs;
                wire.Receive();
                peer = accepted;
                Take(accepted);
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
            {
                // who has gone has gone: the next one may come
            }
            finally
            {
                peer = null;
            }
        }
    }

    private void Take(Socket accepted)
    {
        byte[] buffer = new byte[BufferBytes];
        int count;
        while ((count = accepted.Receive(buffer)) > 0)
        {
            for (int at = 0; at < count && !disposed;)
            {
                int piece = Math.Min(count - at, wire.Room);
                if (piece == 0)
                {
                    Thread.Sleep(PauseMs);
                    continue;
                }

                wire.Send(buffer.AsSpan(at, piece));
                at += piece;
            }
        }
    }

    private void HandOn()
    {
        byte[] bytes = wire.Receive();
        try
        {
            peer?.Send(bytes);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // a serial port does not notice either that nobody is there
        }
    }
}
