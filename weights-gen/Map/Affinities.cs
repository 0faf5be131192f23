using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace EcgChip.WeightsGen.Map;

/// <summary>
/// How much points belong together: the joint probabilities of t-SNE (van der Maaten and Hinton 2008, equation 1 and section 3.1). Each point has a normal
/// distribution over the others, as wide as gives it the wanted perplexity.
/// </summary>
public static class Affinities
{
    // The entropy is met to this many nats: the perplexity to a hundredth of a per cent.
    private const double EntropyTolerance = 1e-4;

    // Precision runs over all doubles that matter in fewer halvings.
    private const int MostHalvings = 200;

    /// <summary>A row for each point; symmetric, 0 for a point with itself, all together 1.</summary>
    /// <param name="vectors">The points, all of one length.</param>
    /// <param name="perplexity">How many neighbours each is given; held below a third of the points.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static double[][] Of(IReadOnlyList<float[]> vectors, double perplexity, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        int count = vectors.Count;
        double wanted = Math.Min(perplexity, Math.Max(1, (count - 1) / 3.0));
        double[][] rows = new double[count][];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            double[] distances = new double[count];
            for (int j = 0; j < count; j++)
                distances[j] = SquaredDistance(vectors[i], vectors[j]);
            rows[i] = Conditional(distances, i, wanted);
        });
        Symmetrise(rows);
        return rows;
    }

    /// <summary>
    /// Probabilities of all points as neighbours of one, as wide as meets a perplexity. Where more points than that lie at the smallest distance
    /// it cannot be met, and they share.
    /// </summary>
    /// <param name="squaredDistances">From the point to each.</param>
    /// <param name="self">The point's own index; its probability is 0.</param>
    /// <param name="perplexity">e to the power of the entropy in nats that is wanted, at least 1.</param>
    public static double[] Conditional(ReadOnlySpan<double> squaredDistances, int self, double perplexity)
    {
        double nearest = double.PositiveInfinity;
        for (int j = 0; j < squaredDistances.Length; j++)
            nearest = j == self ? nearest : Math.Min(nearest, squaredDistances[j]);

        double[] row = new double[squaredDistances.Length];
        double wanted = Math.Log(perplexity);
        double precision = 1;
        double low = 0;
        double high = double.PositiveInfinity;
        for (int i = 0; i < MostHalvings; i++)
        {
            double entropy = Fill(row, squaredDistances, self, nearest, precision);
            if (Math.Abs(entropy - wanted) < EntropyTolerance)
                break;

            if (entropy > wanted)
                low = precision;
            else
                high = precision;
            precision = double.IsPositiveInfinity(high) ? precision * 2 : (low + high) / 2;
        }

        return row;
    }

    /// <summary>Fills in the distribution of a precision.</summary>
    /// <returns>Its entropy in nats.</returns>
    private static double Fill(double[] row, ReadOnlySpan<double> squaredDistances, int self, double nearest, double precision)
    {
        double sum = 0;
        double weighted = 0;
        for (int j = 0; j < row.Length; j++)
        {
            double further = squaredDistances[j] - nearest;
            row[j] = j == self ? 0 : Math.Exp(-precision * further);
            sum += row[j];
            weighted += j == self ? 0 : row[j] * further;
        }

        for (int j = 0; j < row.Length; j++)
            row[j] /= sum;
        return Math.Log(sum) + (precision * weighted / sum);
    }

    private static void Symmetrise(double[][] rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < i; j++)
                rows[i][j] = rows[j][i] = (rows[i][j] + rows[j][i]) / (2 * rows.Length);
        }
    }

    private static double SquaredDistance(float[] a, float[] b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++)
        {
            double difference = (double)a[k] - b[k];
            sum += difference * difference;
        }

        return sum;
    }
}
