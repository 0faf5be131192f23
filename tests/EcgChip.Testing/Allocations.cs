using System;

namespace EcgChip.Testing;

/// <summary>What a piece of work allocates.</summary>
public static class Allocations
{
    private const int LeastRounds = 5;
    private const int Rounds = 20;

    /// <summary>
    /// Bytes that every round of the work allocates: the least of several. The runtime allocates on the same thread too, once, when it
    /// compiles a method anew that has run for a while, and nobody knows in which round: on a busy machine in several of the first ones.
    /// </summary>
    /// <param name="round">One round of the work; all are alike.</param>
    /// <param name="excepted">Bytes allocated so far that do not count; none when null.</param>
    public static long OfEveryRound(Action round, Func<long>? excepted = null)
    {
        long least = long.MaxValue;
        for (int i = 0; i < Rounds && (i < LeastRounds || least > 0); i++)
        {
            long exceptedBefore = excepted?.Invoke() ?? 0;
            long before = GC.GetAllocatedBytesForCurrentThread();
            round();
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            least = Math.Min(least, allocated - ((excepted?.Invoke() ?? 0) - exceptedBefore));
        }

        return least;
    }
}
