using System;

namespace EcgChip.NanoHost;

/// <summary>The board that this thread's firmware runs on. The firmware is one loop on one thread, so the board is the thread's.</summary>
public static class HostBoard
{
    [ThreadStatic]
    private static IHostBoard? current;

    /// <summary>The attached board.</summary>
    /// <exception cref="InvalidOperationException">No board is attached to this thread.</exception>
    public static IHostBoard Current => current
        ?? throw new InvalidOperationException("No board is attached to this thread: call HostBoard.Attach before running firmware.");

    /// <summary>Attaches a board to this thread until the result is disposed.</summary>
    public static IDisposable Attach(IHostBoard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        IHostBoard? previous = current;
        current = board;
        return new Attachment(previous);
    }

    private sealed class Attachment(IHostBoard? previous) : IDisposable
    {
        public void Dispose() => current = previous;
    }
}
