using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using EcgChip.WeightsGen.Map;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Tests.Map;

public sealed class TsneTests
{
    private const int Clusters = 4;
    private static readonly TsneOptions s_short = new() { Iterations = 400, Perplexity = 15, Seed = 5 };

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void The_gradient_is_the_numeric_slope_of_the_cost(int points)
    {
        Gen.Double[-3, 3].Array[2 * points].Sample(
            positions =>
            {
                double[][] affinities = Affinities.Of(Points(points, 1), 2);
                double[] x = positions[..points];
                double[] y = positions[points..];
                double[] slopeX = new double[points];
                double[] slopeY = new double[points];

                TsneForces.Gradient(affinities, x, y, 1, slopeX, slopeY);

                for (int i = 0; i < points; i++)
                {
                    Assert.Equal(NumericSlope(x, i, () => TsneForces.Cost(affinities, x, y)), slopeX[i], 1e-6);
                    Assert.Equal(NumericSlope(y, i, () => TsneForces.Cost(affinities, x, y)), slopeY[i], 1e-6);
                }
            },
            iter: 50, threads: 1);
    }

    [Fact]
    public void Exaggeration_multiplies_the_affinities_alone()
    {
        double[][] affinities = Affinities.Of(Points(9, 2), 3);
        double[] x = [.. Points(1, 8)[0].Select(value => (double)value), 0.3];
        double[] y = [.. Points(1, 8, seed: 4)[0].Select(value => (double)value), -0.7];
        double[] expected = new double[9];
        double[] slopes = new double[9];
        double[] other = new double[9];
        TsneForces.Gradient([.. affinities.Select(row => row.Select(value => 12 * value).ToArray())], x, y, 1, expected, other);

        TsneForces.Gradient(affinities, x, y, 12, slopes, other);

        Assert.All(expected.Zip(slopes), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Clusters_that_lie_apart_stay_apart_and_the_cost_falls()
    {
        (float[][] vectors, int[] labels) = Gaussians(60, dimensions: 16, distance: 12);

        TsneLayout layout = Tsne.Lay(vectors, s_short);

        double?[] purity = LabelledVectors.Purity(layout, labels, Clusters, 10);
        Assert.All(purity, part => Assert.InRange(part!.Value, 0.99, 1));
        Assert.InRange(layout.Cost, 0, layout.FirstCost / 2);
    }

    [Fact]
    public void Points_of_one_cloud_are_not_pulled_into_classes()
    {
        (float[][] vectors, int[] labels) = Gaussians(60, dimensions: 16, distance: 0);

        double?[] purity = LabelledVectors.Purity(Tsne.Lay(vectors, s_short), labels, Clusters, 10);

        Assert.All(purity, part => Assert.InRange(part!.Value, 0, 0.3));
    }

    [Fact]
    public void The_same_seed_gives_the_same_map_and_another_seed_another()
    {
        (float[][] vectors, _) = Gaussians(15, dimensions: 8, distance: 6);
        TsneOptions options = s_short with { Iterations = 120 };

        TsneLayout first = Tsne.Lay(vectors, options);
        TsneLayout second = Tsne.Lay(vectors, options);
        TsneLayout other = Tsne.Lay(vectors, options with { Seed = 6 });

        Assert.Equal(first.X, second.X);
        Assert.Equal(first.Y, second.Y);
        Assert.Equal(first.Cost, second.Cost);
        Assert.NotEqual(first.X, other.X);
    }

    [Fact]
    public void A_map_is_stopped_between_two_steps()
    {
        (float[][] vectors, _) = Gaussians(10, dimensions: 4, distance: 6);
        using CancellationTokenSource stop = new();
        int last = 0;

        Assert.Throws<OperationCanceledException>(() => Tsne.Lay(
            vectors, s_short,
            (done, all) =>
            {
                last = done;
                Assert.Equal(s_short.Iterations, all);
                if (done == 30)
                    stop.Cancel();
            },
            stop.Token));

        Assert.Equal(30, last);
    }

    [Fact]
    public void Beats_are_drawn_by_class_in_their_order_and_every_class_is_there()
    {
        Gen.Select(Gen.Int[0, 4].Array[1, 400], Gen.Int[5, 100], Gen.Int[0, 9]).Sample(
            (labels, most, seed) =>
            {
                int[] drawn = LabelledVectors.Draw(labels, most, seed);

                Assert.Equal(drawn, LabelledVectors.Draw(labels, most, seed));
                Assert.Equal(drawn.Distinct().Order(), drawn);
                Assert.InRange(drawn.Length, Math.Min(labels.Length, most) - 5, most + 4);
                Assert.Equal(labels.Distinct().Order(), drawn.Select(index => labels[index]).Distinct().Order());
            });
    }

    private static double NumericSlope(double[] positions, int i, Func<double> cost)
    {
        const double Step = 1e-5;
        double at = positions[i];
        positions[i] = at + Step;
        double above = cost();
        positions[i] = at - Step;
        double below = cost();
        positions[i] = at;
        return (above - below) / (2 * Step);
    }

    private static float[][] Points(int count, int dimensions, int seed = 9)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, dimensions).Select(_ => (float)random.NextNormal()).ToArray())];
    }

    /// <summary>As many points of each cluster; their centres are so many deviations from the origin, each along its own axis.</summary>
    private static (float[][] Vectors, int[] Labels) Gaussians(int perCluster, int dimensions, double distance)
    {
        float[][] vectors = Points(perCluster * Clusters, dimensions);
        int[] labels = [.. Enumerable.Range(0, vectors.Length).Select(i => i % Clusters)];
        for (int i = 0; i < vectors.Length; i++)
            vectors[i][labels[i]] += (float)distance;
        return (vectors, labels);
    }
}
