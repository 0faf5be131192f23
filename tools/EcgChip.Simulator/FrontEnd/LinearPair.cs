using System;

namespace EcgChip.Simulator.FrontEnd;

/// <summary>
/// Two voltages x and y that follow x' = xx x + xy y + xu u + xc and y' = yx x + yy y + yc, u a straight line during a step: exact for any step,
/// by the series of the matrix exponential and its integrals, of basic operations alone.
/// </summary>
internal sealed class LinearPair
{
    // The series end where a term is below the sum's last bit: norm * step stays below 2 with the circuit's parts.
    private const int Terms = 40;

    private readonly double xFromX;
    private readonly double xFromY;
    private readonly double yFromX;
    private readonly double yFromY;
    private readonly double xFromBefore;
    private readonly double xFromNow;
    private readonly double yFromBefore;
    private readonly double yFromNow;
    private readonly double xConstant;
    private readonly double yConstant;

    /// <summary>The pair for one step length, in seconds.</summary>
    /// <exception cref="ArgumentException">The circuit is so fast that the series would not have ended.</exception>
    public LinearPair(double xx, double xy, double yx, double yy, double xu, double xc, double yc, double step)
    {
        (double a, double b, double c, double d) = (xx * step, xy * step, yx * step, yy * step);
        if (Math.Max(Math.Abs(a) + Math.Abs(b), Math.Abs(c) + Math.Abs(d)) > 8)
        {
            throw new ArgumentException("The low-pass is too fast for the solution's step: give larger resistors or capacitors.");
        }

        // p: the power of the matrix over k!; sums of it over k!, (k + 1)! and (k + 2)!.
        (double p00, double p01, double p10, double p11) = (1, 0, 0, 1);
        Span<double> sums = stackalloc double[12];
        for (int k = 0; k < Terms; k++)
        {
            double once = 1.0 / (k + 1);
            double twice = once / (k + 2);
            Add(sums[..4], p00, p01, p10, p11, 1);
            Add(sums[4..8], p00, p01, p10, p11, once);
            Add(sums[8..], p00, p01, p10, p11, twice);
            (p00, p01, p10, p11) = (
                ((p00 * a) + (p01 * c)) * once, ((p00 * b) + (p01 * d)) * once,
                ((p10 * a) + (p11 * c)) * once, ((p10 * b) + (p11 * d)) * once);
        }

        (xFromX, xFromY, yFromX, yFromY) = (sums[0], sums[1], sums[2], sums[3]);
        xFromNow = sums[8] * xu * step;
        yFromNow = sums[10] * xu * step;
        xFromBefore = (sums[4] * xu * step) - xFromNow;
        yFromBefore = (sums[6] * xu * step) - yFromNow;
        xConstant = ((sums[4] * xc) + (sums[5] * yc)) * step;
        yConstant = ((sums[6] * xc) + (sums[7] * yc)) * step;
    }

    /// <summary>One step, with u at its beginning and its end.</summary>
    public void Advance(ref double x, ref double y, double before, double now)
    {
        double nextX = (xFromX * x) + (xFromY * y) + (xFromBefore * before) + (xFromNow * now) + xConstant;
        y = (yFromX * x) + (yFromY * y) + (yFromBefore * before) + (yFromNow * now) + yConstant;
        x = nextX;
    }

    private static void Add(Span<double> sum, double p00, double p01, double p10, double p11, double weight)
    {
        sum[0] += p00 * weight;
        sum[1] += p01 * weight;
        sum[2] += p10 * weight;
        sum[3] += p11 * weight;
    }
}
