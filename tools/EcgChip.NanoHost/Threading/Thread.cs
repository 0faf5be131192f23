using System;

namespace EcgChip.NanoHost.Threading;

/// <summary>The chip's System.Threading.Thread, as far as a program of one loop needs it.</summary>
public sealed class Thread
{
    private const long MicrosecondsPerMillisecond = 1000;

    internal Thread()
    {
    }

    /// <summary>Lets time pass on the board, which knows how coarsely its threads wake.</summary>
    /// <exception cref="InvalidOperationException">Asked to sleep for ever, which would end the program without a word.</exception>
    public static void Sleep(int millisecondsTimeout)
    {
        if (millisecondsTimeout < 0)
        {
            throw new InvalidOperationException("The firmware's only thread would sleep for ever.");
        }

        HostBoard.Current.Sleep(millisecondsTimeout * MicrosecondsPerMillisecond);
    }

    /// <summary>Lets time pass on the board.</summary>
    public static void Sleep(TimeSpan timeout) => Sleep(checked((int)timeout.TotalMilliseconds));
}
