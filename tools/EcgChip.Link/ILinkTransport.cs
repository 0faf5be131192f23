using System;

namespace EcgChip.Link;

/// <summary>What carries bytes to a device and back.</summary>
public interface ILinkTransport : IDisposable
{
    /// <summary>Where it leads, as a person names it: COM5, or 127.0.0.1:4000.</summary>
    string Name { get; }

    /// <summary>Reads what has come, and waits for something to come at most for a time.</summary>
    /// <returns>How many bytes; 0 when the time was over.</returns>
    /// <exception cref="LinkException">The other end has gone.</exception>
    int Read(byte[] buffer, TimeSpan wait);

    /// <summary>Sends bytes.</summary>
    /// <exception cref="LinkException">The other end has gone.</exception>
    void Write(byte[] buffer, int count);
}
