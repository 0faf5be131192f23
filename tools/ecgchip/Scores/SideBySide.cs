using System;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace EcgChip.Cli.Scores;

/// <summary>Jobs that do not need each other, some at a time, each on one thread from its start to its end.</summary>
internal static class SideBySide
{
    /// <summary>Runs them all.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="parallel">How many run at a time.</param>
    /// <param name="job">Does the job of that number.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static void Run(int count, int parallel, Action<int> job, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation }, job);
        }
        catch (AggregateException several)
        {
            // Of several jobs that fail, which fails first is chance: the one that is told is not.
            cancellation.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions.OrderBy(each => each.Message, StringComparer.Ordinal).First());
        }
    }
}
