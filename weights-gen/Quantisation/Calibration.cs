using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Quantisation;

/// <summary>Chooses how much of each layer's outputs int8 shall hold, by the beats that are held out; test beats have no say.</summary>
public static class Calibration
{
    private const int BeatsPerClass = 400;

    // From everything down to all but one in a thousand: less clips what matters, more wastes steps.
    private static readonly double[] s_parts = [1, 0.99999, 0.9999, 0.999];

    /// <summary>Ranges, found on learning beats, with which int8 answers most often as float does on the held-out beats.</summary>
    public static ActivationRanges Choose(FloatNetwork network, LearningBeats beats)
    {
        System.ArgumentNullException.ThrowIfNull(beats);
        List<Beat> sample = [.. Enumerable.Range(0, ClassNames.Count).SelectMany(beatClass => beats.OfClass(beatClass).Take(BeatsPerClass))];
        int[] inFloat = Evaluator.ClassesOf(network, beats.Validation);
        return ActivationRanges.Calibrate(network, sample, s_parts).MaxBy(
            ranges => Evaluator.ClassesOf(Quantiser.Quantise(network, ranges, string.Empty), beats.Validation).Zip(inFloat).Count(pair => pair.First == pair.Second))!;
    }
}
