using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Quantisation;

/// <summary>
/// How large the outputs of each layer get, in float: what 127 will stand for. Found once, on beats that were learnt from, and stored
/// with the weights, so that quantising needs no recordings.
/// </summary>
public sealed class ActivationRanges
{
    private const string KeyPrefix = "range.";

    // Fine enough that a bin is below a hundredth of an int8 step.
    private const int Bins = 1 << 14;

    private readonly double[] _ranges;

    private ActivationRanges(double[] ranges)
    {
        _ranges = ranges;
    }

    /// <summary>Largest magnitude that a layer's output is given room for.</summary>
    public double this[int layer] => _ranges[layer];

    /// <summary>Ranges that are known.</summary>
    /// <exception cref="ArgumentException">One is not above 0.</exception>
    public static ActivationRanges Of(params double[] ranges)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        return Array.TrueForAll(ranges, range => range > 0 && double.IsFinite(range))
            ? new ActivationRanges(ranges)
            : throw new ArgumentException("A range must be above 0.", nameof(ranges));
    }

    /// <summary>Runs the float network and takes, for each layer, the magnitude that a part of all its outputs does not exceed.</summary>
    /// <param name="network">The trained network.</param>
    /// <param name="beats">Beats that were learnt from.</param>
    /// <param name="parts">Parts of the outputs that fit; 1 is the maximum. Each gives one result.</param>
    public static IReadOnlyList<ActivationRanges> Calibrate(FloatNetwork network, IReadOnlyList<Beat> beats, params double[] parts)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(parts);
        double[] largest = LargestOutputs(network, beats);
        long[][] histograms = Histograms(network, beats, largest);
        return [.. parts.Select(part => new ActivationRanges([.. histograms.Select((counts, layer) => Quantile(counts, largest[layer], part))]))];
    }

    /// <summary>Adds the ranges to a file's metadata.</summary>
    public void AddTo(SafeTensors file, NetworkShape shape)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(shape);
        for (int i = 0; i < _ranges.Length; i++)
            file.Metadata.Add(KeyPrefix + shape.LayerNames[i], _ranges[i].ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>Reads the ranges from a file's metadata.</summary>
    /// <exception cref="InputException">One is missing or no number.</exception>
    public static ActivationRanges From(SafeTensors file, NetworkShape shape)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(shape);
        double Read(string layer) =>
            file.Metadata.TryGetValue(KeyPrefix + layer, out string? text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double range) && range > 0 && double.IsFinite(range)
                ? range
                : throw new InputException($"The weights do not say how large the outputs of {layer} get: train again.");
        return new ActivationRanges([.. shape.LayerNames.Select(Read)]);
    }

    private static double[] LargestOutputs(FloatNetwork network, IReadOnlyList<Beat> beats)
    {
        double[] largest = new double[network.Shape.Layers.Count];
        OverOutputs(network, beats, () => new double[largest.Length], Largest, own => Raise(largest, own));
        for (int layer = 0; layer < largest.Length; layer++)
            largest[layer] = largest[layer] > 0 ? largest[layer] : 1;
        return largest;
    }

    private static void Largest(double[] own, int layer, ReadOnlySpan<float> output)
    {
        foreach (float value in output)
            own[layer] = Math.Max(own[layer], Math.Abs(value));
    }

    private static void Raise(double[] largest, double[] own)
    {
        for (int i = 0; i < largest.Length; i++)
            largest[i] = Math.Max(largest[i], own[i]);
    }

    private static long[][] Histograms(FloatNetwork network, IReadOnlyList<Beat> beats, double[] largest)
    {
        long[][] Empty() => [.. largest.Select(_ => new long[Bins])];
        long[][] counts = Empty();
        OverOutputs(
            network, beats, Empty,
            (own, layer, output) =>
            {
                foreach (float value in output)
                    own[layer][Math.Min(Bins - 1, (int)(Math.Abs(value) / largest[layer] * Bins))]++;
            },
            own =>
            {
                for (int layer = 0; layer < counts.Length; layer++)
                {
                    for (int bin = 0; bin < Bins; bin++)
                        counts[layer][bin] += own[layer][bin];
                }
            });
        return counts;
    }

    private static void OverOutputs<T>(
        FloatNetwork network, IReadOnlyList<Beat> beats, Func<T> begin, OutputVisitor<T> visit, Action<T> merge)
    {
        object gate = new();
        Parallel.For(
            0, beats.Count, () => (Runner: new FloatRunner(network), Own: begin()),
            (index, _, local) =>
            {
                local.Runner.Run(beats[index].Values, beats[index].Features);
                for (int layer = 0; layer < network.Shape.Layers.Count; layer++)
                    visit(local.Own, layer, local.Runner.Output(layer));
                return local;
            },
            local =>
            {
                lock (gate)
                    merge(local.Own);
            });
    }

    /// <summary>Zeros, which a rectifier makes in plenty and int8 holds exactly, do not count.</summary>
    private static double Quantile(long[] counts, double largest, double part)
    {
        long wanted = (long)Math.Ceiling((counts.Sum() - counts[0]) * part);
        long seen = 0;
        for (int bin = 1; bin < counts.Length; bin++)
        {
            seen += counts[bin];
            if (seen >= wanted)
                return largest * (bin + 1) / counts.Length;
        }

        return largest;
    }

    private delegate void OutputVisitor<in T>(T own, int layer, ReadOnlySpan<float> output);
}
