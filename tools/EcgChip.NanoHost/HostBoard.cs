using System;

namespace EcgChip.NanoHost;

/// <summary>The board that this thread's firmware runs on. The firmware is one loop on one thread, so the board is the thread's.</summary>
public static class HostBoard
{
    [ThreadStatic]
    private static ChipState? current;

    /// <summary>The attached board.</summary>
    /// <exception cref="InvalidOperationException">No board is attached to this thread.</exception>
    public static IHostBoard Current => State.Board;

    /// <summary>What the attached chip has opened since it started.</summary>
    internal static ChipState State => current
        ?? throw new InvalidOperationException("No board is attached to this thread: call HostBoard.Attach before running firmware.");

    /// <summary>
    /// Attaches a board to this thread until the result is disposed. Attaching is the chip's reset: no pin, channel or bus is
    /// open, whatever was left open on the same board before.
    /// </summary>
    public static IDisposable Attach(IHostBoard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        ChipState? previous = current;
        current = new ChipState(board);
        return new Attachment(previous);
    }

    private sealed class Attachment(ChipState? previous) : IDisposable
    {
        public void Dispose() => current = previous;
    }
}
