using System;
using System.Collections.Generic;
using System.Threading;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Map;

/// <summary>
/// t-SNE (van der Maaten and Hinton 2008, algorithm 1): lays points of many dimensions out in two so that neighbours stay neighbours. What is far
/// apart in the map, how far, and how large a cluster is, says little. Exact: time and memory grow with the square of the points.
/// </summary>
public sealed class Tsne
{
    // Gains of Jacobs 1988 as in the authors' programs: more while the slope keeps its sign, less when it turns.
    private const double GainStep = 0.2;
    private const double GainDecay = 0.8;
    private const double LeastGain = 0.01;

    private readonly double[][] _affinities;
    private readonly TsneOptions _options;
    private readonly double[] _x;
    private readonly double[] _y;

    private Tsne(double[][] affinities, TsneOptions options)
    {
        _affinities = affinities;
        _options = options;
        _x = new double[affinities.Length];
        _y = new double[affinities.Length];
    }

    /// <summary>Lays points out.</summary>
    /// <param name="vectors">The points, all of one length; at least two.</param>
    /// <param name="options">How.</param>
    /// <param name="iterationDone">Told how many of how many steps are done.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static TsneLayout Lay(
        IReadOnlyList<float[]> vectors, TsneOptions options, Action<int, int>? iterationDone = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(vectors.Count, 2);
        Tsne tsne = new(Affinities.Of(vectors, options.Perplexity, cancellation), options);
        return tsne.Lay(iterationDone, cancellation);
    }

    private TsneLayout Lay(Action<int, int>? iterationDone, CancellationToken cancellation)
    {
        Random random = RandomNumbers.Create(_options.Seed, RandomPurpose.Map);
        for (int i = 0; i < _x.Length; i++)
        {
            _x[i] = _options.FirstSpread * random.NextNormal();
            _y[i] = _options.FirstSpread * random.NextNormal();
        }

        double first = TsneForces.Cost(_affinities, _x, _y);
        Axis alongX = new(_x);
        Axis alongY = new(_y);
        double stepSize = _options.StepSize(_x.Length);
        for (int iteration = 0; iteration < _options.Iterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            bool isEarly = iteration < _options.ExaggeratedIterations;
            TsneForces.Gradient(_affinities, _x, _y, isEarly ? _options.Exaggeration : 1, alongX.Slopes, alongY.Slopes);
            double momentum = isEarly ? _options.FirstMomentum : _options.LastMomentum;
            alongX.Step(momentum, stepSize);
            alongY.Step(momentum, stepSize);
            iterationDone?.Invoke(iteration + 1, _options.Iterations);
        }

        return new TsneLayout(_x, _y, first, TsneForces.Cost(_affinities, _x, _y));
    }

    /// <summary>One coordinate of all points on its way.</summary>
    private sealed class Axis(double[] positions)
    {
        private readonly double[] _steps = new double[positions.Length];
        private readonly double[] _gains = Ones(positions.Length);

        public double[] Slopes { get; } = new double[positions.Length];

        public void Step(double momentum, double stepSize)
        {
            double mean = 0;
            for (int i = 0; i < positions.Length; i++)
            {
                bool turned = Slopes[i] > 0 == _steps[i] > 0;
                _gains[i] = Math.Max(LeastGain, turned ? _gains[i] * GainDecay : _gains[i] + GainStep);
                _steps[i] = (momentum * _steps[i]) - (stepSize * _gains[i] * Slopes[i]);
                positions[i] += _steps[i];
                mean += positions[i];
            }

            mean /= positions.Length;
            for (int i = 0; i < positions.Length; i++)
                positions[i] -= mean;
        }

        private static double[] Ones(int count)
        {
            double[] ones = new double[count];
            Array.Fill(ones, 1);
            return ones;
        }
    }
}
