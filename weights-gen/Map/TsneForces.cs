using System;
using System.Runtime.Intrinsics;
using System.Threading.Tasks;

namespace EcgChip.WeightsGen.Map;

/// <summary>
/// Cost and gradient of t-SNE, exact over all pairs (van der Maaten and Hinton 2008, equations 2, 4 and 5). Each point's sums run in one order and four
/// lanes on every machine and any number of cores, so that a layout comes out the same.
/// </summary>
public static class TsneForces
{
    private const int Lanes = 4;
    private const double GradientFactor = 4;

    /// <summary>Kullback-Leibler divergence of the map's neighbourhoods from the points' own, in nats.</summary>
    public static double Cost(double[][] affinities, double[] x, double[] y)
    {
        ArgumentNullException.ThrowIfNull(affinities);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        double[] parts = new double[x.Length];
        double[] sums = new double[x.Length];
        Parallel.For(0, x.Length, i =>
        {
            for (int j = 0; j < x.Length; j++)
            {
                if (j == i)
                    continue;

                double far = 1 + ((x[i] - x[j]) * (x[i] - x[j])) + ((y[i] - y[j]) * (y[i] - y[j]));
                sums[i] += 1 / far;
                if (affinities[i][j] > 0)
                    parts[i] += affinities[i][j] * Math.Log(affinities[i][j] * far);
            }
        });

        // Affinities add up to 1, so that the map's normalisation stands once.
        return Sum(parts) + Math.Log(Sum(sums));
    }

    /// <summary>Slope of the cost along each point's two coordinates.</summary>
    /// <param name="affinities">How much points belong together.</param>
    /// <param name="x">Where they are.</param>
    /// <param name="y">Where they are.</param>
    /// <param name="exaggeration">What the affinities are multiplied with; 1 gives the cost's own slope.</param>
    /// <param name="slopeX">Takes the slopes.</param>
    /// <param name="slopeY">Takes the slopes.</param>
    public static void Gradient(double[][] affinities, double[] x, double[] y, double exaggeration, double[] slopeX, double[] slopeY)
    {
        ArgumentNullException.ThrowIfNull(affinities);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(slopeX);
        ArgumentNullException.ThrowIfNull(slopeY);
        int count = x.Length;
        double[] sums = new double[count];
        double[] repelX = new double[count];
        double[] repelY = new double[count];
        Parallel.For(0, count, i =>
        {
            Pulls pulls = PullsOn(i, affinities[i], x, y);
            sums[i] = pulls.Sum;
            slopeX[i] = pulls.AttractX;
            slopeY[i] = pulls.AttractY;
            repelX[i] = pulls.RepelX;
            repelY[i] = pulls.RepelY;
        });

        double all = Sum(sums);
        for (int i = 0; i < count; i++)
        {
            slopeX[i] = GradientFactor * ((exaggeration * slopeX[i]) - (repelX[i] / all));
            slopeY[i] = GradientFactor * ((exaggeration * slopeY[i]) - (repelY[i] / all));
        }
    }

    private static Pulls PullsOn(int i, double[] affinities, double[] x, double[] y)
    {
        Vector256<double> ownX = Vector256.Create(x[i]);
        Vector256<double> ownY = Vector256.Create(y[i]);
        Vector256<double> sum = default;
        Vector256<double> attractX = default;
        Vector256<double> attractY = default;
        Vector256<double> repelX = default;
        Vector256<double> repelY = default;
        int whole = x.Length / Lanes * Lanes;
        for (int j = 0; j < whole; j += Lanes)
        {
            Vector256<double> dx = ownX - Vector256.Create<double>(x.AsSpan(j, Lanes));
            Vector256<double> dy = ownY - Vector256.Create<double>(y.AsSpan(j, Lanes));
            Vector256<double> near = Vector256<double>.One / (Vector256<double>.One + (dx * dx) + (dy * dy));
            Vector256<double> attract = Vector256.Create<double>(affinities.AsSpan(j, Lanes)) * near;
            Vector256<double> repel = near * near;
            sum += near;
            attractX += attract * dx;
            attractY += attract * dy;
            repelX += repel * dx;
            repelY += repel * dy;
        }

        // The point itself stands among the others: it pulls nothing, and adds 1 to the sum.
        Pulls pulls = new(Across(sum) - 1, Across(attractX), Across(attractY), Across(repelX), Across(repelY));
        for (int j = whole; j < x.Length; j++)
        {
            double dx = x[i] - x[j];
            double dy = y[i] - y[j];
            double near = 1 / (1 + (dx * dx) + (dy * dy));
            pulls = new Pulls(
                pulls.Sum + near, pulls.AttractX + (affinities[j] * near * dx), pulls.AttractY + (affinities[j] * near * dy),
                pulls.RepelX + (near * near * dx), pulls.RepelY + (near * near * dy));
        }

        return pulls;
    }

    private static double Across(Vector256<double> lanes) => lanes[0] + lanes[1] + (lanes[2] + lanes[3]);

    private static double Sum(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum;
    }

    private readonly record struct Pulls(double Sum, double AttractX, double AttractY, double RepelX, double RepelY);
}
