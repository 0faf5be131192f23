using System;
using System.Linq;
using System.Numerics;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Networks;

/// <summary>
/// The forward pass in plain C#: the float reference that evaluation uses and calibration looks into, without libtorch.
/// One runner serves one thread; its buffers are made once.
/// </summary>
public sealed class FloatRunner
{
    private readonly FloatNetwork _network;
    private readonly float[][] _outputs;
    private readonly float[] _input;
    private readonly float[] _features;
    private readonly float[] _joined;
    private readonly float[] _padded;

    /// <summary>A runner of a network.</summary>
    public FloatRunner(FloatNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        NetworkShape shape = network.Shape;
        _input = new float[shape.InputLength];
        _features = new float[shape.FeatureCount];
        _outputs = new float[shape.Layers.Count][];
        int longest = 0;
        for (int i = 0; i < _outputs.Length; i++)
        {
            LayerSpec spec = shape.Layers[i];
            _outputs[i] = new float[spec.OutChannels * spec.OutLength];
            longest = Math.Max(longest, spec.InChannels * (spec.InLength + spec.Taps - 1));
        }

        _joined = new float[shape.Layers.Where(spec => spec.Features > 0).Sum(spec => spec.InChannels)];
        _padded = new float[longest];
    }

    /// <summary>Runs a beat as the chip makes it; 127 becomes 1.</summary>
    /// <param name="values">Its values.</param>
    /// <param name="features">Its features, where the network has some.</param>
    /// <returns>The logits; overwritten by the next run.</returns>
    /// <exception cref="ArgumentException">They are not as many as the network takes.</exception>
    public ReadOnlySpan<float> Run(ReadOnlySpan<sbyte> values, ReadOnlySpan<sbyte> features = default)
    {
        Scale(values, _input, nameof(values));
        Scale(features, _features, nameof(features));
        return Forward();
    }

    /// <summary>What a layer put out in the last run, channel after channel.</summary>
    public ReadOnlySpan<float> Output(int layer) => _outputs[layer];

    /// <summary>Index of the largest value, the first where several are equal.</summary>
    public static int Largest(ReadOnlySpan<float> logits)
    {
        int best = 0;
        for (int i = 1; i < logits.Length; i++)
        {
            if (logits[i] > logits[best])
                best = i;
        }

        return best;
    }

    private static void Scale(ReadOnlySpan<sbyte> numbers, float[] target, string name)
    {
        if (numbers.Length != target.Length)
            throw new ArgumentException($"The network takes {target.Length} {name} of a beat and got {numbers.Length}.", name);
        for (int i = 0; i < target.Length; i++)
            target[i] = numbers[i] / (float)Beat.Largest;
    }

    private float[] Join(float[] outputs)
    {
        outputs.CopyTo(_joined, 0);
        _features.CopyTo(_joined, outputs.Length);
        return _joined;
    }

    private ReadOnlySpan<float> Forward()
    {
        for (int i = 0; i < _outputs.Length; i++)
        {
            LayerSpec spec = _network.Shape.Layers[i];
            float[] input = i == 0 ? _input : _outputs[i - 1];
            switch (spec.Kind)
            {
                case LayerKind.Convolution:
                    Convolve(spec, input, _network.Weights(i), _network.Biases(i), _outputs[i]);
                    break;
                case LayerKind.MaxPool:
                    Pool(spec, input, _outputs[i]);
                    break;
                default:
                    Multiply(spec.Features > 0 ? Join(input) : input, _network.Weights(i), _network.Biases(i), _outputs[i]);
                    break;
            }

            if (spec.AddsBlockInput)
                Add(_outputs[i], i == 1 ? _input : _outputs[i - 2]);
            if (spec.Rectified)
                Rectify(_outputs[i]);
        }

        return _outputs[^1];
    }

    private void Convolve(LayerSpec spec, float[] input, ReadOnlySpan<float> weights, ReadOnlySpan<float> biases, float[] output)
    {
        int length = spec.InLength;
        int row = length + spec.Taps - 1;
        Array.Clear(_padded, 0, spec.InChannels * row);
        for (int c = 0; c < spec.InChannels; c++)
            Array.Copy(input, c * length, _padded, c * row + spec.Taps / 2, length);

        for (int o = 0; o < spec.OutChannels; o++)
        {
            Span<float> sums = output.AsSpan(o * length, length);
            sums.Fill(biases[o]);
            for (int c = 0; c < spec.InChannels; c++)
            {
                for (int tap = 0; tap < spec.Taps; tap++)
                    AddScaled(sums, _padded.AsSpan(c * row + tap, length), weights[(o * spec.InChannels + c) * spec.Taps + tap]);
            }
        }
    }

    private static void AddScaled(Span<float> sums, ReadOnlySpan<float> values, float factor)
    {
        int i = 0;
        Vector<float> factors = new(factor);
        for (; i <= sums.Length - Vector<float>.Count; i += Vector<float>.Count)
            (new Vector<float>(sums[i..]) + factors * new Vector<float>(values[i..])).CopyTo(sums[i..]);
        for (; i < sums.Length; i++)
            sums[i] += factor * values[i];
    }

    private static void Pool(LayerSpec spec, float[] input, float[] output)
    {
        for (int c = 0; c < spec.OutChannels; c++)
        {
            for (int i = 0; i < spec.OutLength; i++)
            {
                float largest = float.NegativeInfinity;
                for (int k = 0; k < spec.Taps; k++)
                    largest = Math.Max(largest, input[c * spec.InLength + i * spec.Stride + k]);
                output[c * spec.OutLength + i] = largest;
            }
        }
    }

    private static void Multiply(float[] input, ReadOnlySpan<float> weights, ReadOnlySpan<float> biases, float[] output)
    {
        for (int o = 0; o < output.Length; o++)
        {
            float sum = biases[o];
            for (int i = 0; i < input.Length; i++)
                sum += weights[o * input.Length + i] * input[i];
            output[o] = sum;
        }
    }

    private static void Add(float[] values, float[] others)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] += others[i];
    }

    private static void Rectify(float[] values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = Math.Max(0, values[i]);
    }
}
