using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Evaluation;

/// <summary>Has networks classify beats, on all cores; whoever asks is told, from any of them, how many are done.</summary>
public static class Evaluator
{
    /// <summary>Classes that the float network finds, in the order of the beats.</summary>
    public static int[] ClassesOf(FloatNetwork network, IReadOnlyList<Beat> beats, Action<int>? progress = null) =>
        ForEach(beats, progress, () => new FloatRunner(network), (runner, beat) => FloatRunner.Largest(runner.Run(beat.Values, beat.Features)));

    /// <summary>Classes that the firmware's runner finds, in the order of the beats.</summary>
    public static int[] ClassesOf(Model model, IReadOnlyList<Beat> beats, Action<int>? progress = null) =>
        ForEach(beats, progress, () => new NetworkRunner(model), (runner, beat) =>
        {
            beat.Values.CopyTo(runner.Input, 0);
            beat.Features.CopyTo(runner.Features, 0);
            runner.Start();
            while (!runner.Step())
            {
            }

            return runner.BestClass;
        });

    private static int[] ForEach<T>(IReadOnlyList<Beat> beats, Action<int>? progress, Func<T> runner, Func<T, Beat, int> classify)
    {
        ArgumentNullException.ThrowIfNull(beats);
        int[] found = new int[beats.Count];
        int done = 0;
        Parallel.For(
            0, beats.Count, runner,
            (index, _, own) =>
            {
                found[index] = classify(own, beats[index]);
                progress?.Invoke(Interlocked.Increment(ref done));
                return own;
            },
            _ => { });
        return found;
    }
}
