using System;

namespace EcgChip.Simulator.Patients;

/// <summary>
/// How R-R intervals wander about their mean: with the two-peaked power spectrum of McSharry et al. 2003 (eq. 3 and table II), slow waves of blood
/// pressure around 0.1 Hz and breathing around 0.25 Hz, as a sum of cosines of random phase, which the paper's inverse Fourier transform is too.
/// </summary>
internal sealed class HeartRateVariability
{
    // Table II of the paper and its text: centres and width of both peaks in Hz, and power of the first over the second.
    private const double SlowHz = 0.1;
    private const double BreathHz = RespirationHz;
    private const double PeakWidthHz = 0.01;
    private const double SlowOverBreath = 0.5;

    // Standard deviation of the intervals over their mean.
    private const double Spread = 0.03;

    // Cosines of a peak, over three of its widths to either side.
    private const int Cosines = 24;
    private const double Reach = 3 * PeakWidthHz;

    private readonly double _meanInterval;
    private readonly double[] _radiansPerSecond = new double[2 * Cosines];
    private readonly double[] _heights = new double[2 * Cosines];
    private readonly double[] _phases = new double[2 * Cosines];

    public HeartRateVariability(double meanInterval, Random random)
    {
        _meanInterval = meanInterval;
        double power = 0;
        for (int i = 0; i < _heights.Length; i++)
        {
            bool slow = i < Cosines;
            double fromCentre = Reach * (2.0 * (i % Cosines) / (Cosines - 1) - 1);
            double density = (slow ? SlowOverBreath : 1) * Math.Exp(-fromCentre * fromCentre / (2 * PeakWidthHz * PeakWidthHz));
            _radiansPerSecond[i] = 2 * Math.PI * ((slow ? SlowHz : BreathHz) + fromCentre);
            _heights[i] = Math.Sqrt(density);
            _phases[i] = 2 * Math.PI * random.NextDouble();
            power += density / 2;
        }

        for (int i = 0; i < _heights.Length; i++)
        {
            _heights[i] *= Spread / Math.Sqrt(power);
        }
    }

    /// <summary>Frequency of breathing, which moves the baseline as well.</summary>
    public const double RespirationHz = 0.25;

    /// <summary>The R-R interval that begins at a time, in seconds, as sinus rhythm would have it.</summary>
    public double IntervalAt(double seconds)
    {
        double sum = 0;
        for (int i = 0; i < _heights.Length; i++)
        {
            sum += _heights[i] * Math.Cos(_radiansPerSecond[i] * seconds + _phases[i]);
        }

        return _meanInterval * (1 + sum);
    }
}
