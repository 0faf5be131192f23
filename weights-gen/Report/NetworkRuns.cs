using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Report;

/// <summary>Everything that the report has networks do: the only place of it where a beat goes into one.</summary>
public static class NetworkRuns
{
    // A logit of the int8 model is in 1/256 (Model, item 4).
    private const double LogitUnit = 256;

    /// <summary>Classifies beats in float and, with its certainty, as the chip does.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Judgement Judge(FloatNetwork network, Model model, IReadOnlyList<Beat> beats, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(beats);
        int[] byFloat = new int[beats.Count];
        int[] byInt8 = new int[beats.Count];
        double[][] shares = new double[beats.Count][];
        Parallel.For(
            0, beats.Count, new ParallelOptions { CancellationToken = cancellation }, () => (Float: new FloatRunner(network), Chip: new NetworkRunner(model)),
            (index, _, runners) =>
            {
                byFloat[index] = FloatRunner.Largest(runners.Float.Run(beats[index].Values, beats[index].Features));
                beats[index].Values.CopyTo(runners.Chip.Input, 0);
                beats[index].Features.CopyTo(runners.Chip.Features, 0);
                runners.Chip.Start();
                while (!runners.Chip.Step())
                {
                }

                byInt8[index] = runners.Chip.BestClass;
                shares[index] = Softmax(runners.Chip.Logits);
                return runners;
            },
            _ => { });
        return new Judgement(beats, byFloat, byInt8, shares);
    }

    /// <summary>How far the int8 model's layers are from the float network's, over some beats.</summary>
    public static IReadOnlyList<LayerError> CompareLayers(TrainedWeights weights, IReadOnlyList<Beat> beats)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(beats);
        NetworkShape shape = weights.Network.Shape;
        Model model = weights.Quantise();
        FloatRunner inFloat = new(weights.Network);
        PlainRunner inInt8 = new(model);
        LayerErrorSum[] sums = [.. shape.Layers.Select(_ => new LayerErrorSum())];
        double[] steps = Steps(weights);
        foreach (Beat beat in beats)
        {
            inFloat.Run(beat.Values, beat.Features);
            inInt8.Run(beat.Values, beat.Features);
            for (int layer = 0; layer < sums.Length - 1; layer++)
            {
                ReadOnlySpan<float> right = inFloat.Output(layer);
                for (int i = 0; i < right.Length; i++)
                    sums[layer].Add(right[i], inInt8.Outputs[layer][i] * steps[layer], Math.Abs((int)inInt8.Outputs[layer][i]) == Beat.Largest);
            }

            ReadOnlySpan<float> logits = inFloat.Output(sums.Length - 1);
            for (int i = 0; i < logits.Length; i++)
                sums[^1].Add(logits[i], inInt8.Logits[i] / LogitUnit, isAtLimit: false);
        }

        return [.. sums.Select((sum, layer) => sum.ToError(shape.LayerNames[layer], steps[layer]))];
    }

    /// <summary>What an int8 step of each layer's output stands for. A pool hands on the largest of its inputs, in their steps.</summary>
    private static double[] Steps(TrainedWeights weights)
    {
        NetworkShape shape = weights.Network.Shape;
        double[] steps = new double[shape.Layers.Count];
        double step = 1.0 / Beat.Largest;
        for (int layer = 0; layer < steps.Length; layer++)
        {
            if (shape.HasWeights(layer))
                step = weights.Ranges[layer] / Beat.Largest;
            steps[layer] = step;
        }

        steps[^1] = 1 / LogitUnit;
        return steps;
    }

    private static double[] Softmax(int[] logits)
    {
        double largest = logits.Max() / LogitUnit;
        double[] powers = [.. logits.Select(logit => Math.Exp((logit / LogitUnit) - largest))];
        double sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }
}
