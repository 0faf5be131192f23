using System;
using System.Collections.Generic;
using System.Threading;
using EcgChip.Cli.Scores;

namespace EcgChip.Cli.SignalChain;

/// <summary>The tests of the signal chain on signals that are made, not recorded: each plays into boards of its own.</summary>
public static class SignalBench
{
    private static readonly Func<CancellationToken, FigureGroup>[] s_tests =
    [
        FrequencyTest.Run, PulseTest.Run, RateTest.Accuracy, RateTest.TallT, PacerTest.Run, RateStepTest.Run, RecoveryTest.Run, RhythmTest.Run,
        RPeakTest.Run, ContactTest.Run,
    ];

    /// <summary>How many tests there are.</summary>
    public static int Count => s_tests.Length;

    /// <summary>Runs them all.</summary>
    /// <param name="parallel">How many at a time.</param>
    /// <param name="progress">Called, from any thread, with how many are done since it was called last.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static IReadOnlyList<FigureGroup> Run(int parallel, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        FigureGroup[] groups = new FigureGroup[s_tests.Length];
        int next = -1;

        // One after another from the list, so that the long ones at its head begin first.
        SideBySide.Run(
            Math.Min(parallel, s_tests.Length),
            parallel,
            _ =>
            {
                for (int i = Interlocked.Increment(ref next); i < s_tests.Length; i = Interlocked.Increment(ref next))
                {
                    groups[i] = s_tests[i](cancellation);
                    progress?.Invoke(1);
                }
            },
            cancellation);
        return groups;
    }
}
