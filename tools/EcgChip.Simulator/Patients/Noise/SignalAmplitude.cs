using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Simulator.Patients.Noise;

/// <summary>
/// How strong a signal is, as <c>sigamp</c> of the WFDB Applications Guide measures it: up to 300 measurements, and the mean of those that remain
/// when the smallest and the largest twentieth are left out. In the unit of the samples.
/// </summary>
public static class SignalAmplitude
{
    private const int MostMeasurements = 300;
    private const int TrimmedParts = 20;

    // Half of the window around a QRS annotation.
    private const double QrsSeconds = 0.05;

    /// <summary>Peak to peak amplitude of the QRS complexes, in a window of 50 ms to either side of each.</summary>
    /// <param name="samples">The signal.</param>
    /// <param name="qrs">Samples at which a normal beat is annotated, in order.</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <returns>Null without a beat whose window ends within the signal.</returns>
    public static double? QrsPeakToPeak(IReadOnlyList<int> samples, IEnumerable<int> qrs, double sampleRate)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(qrs);
        int half = Samples(QrsSeconds, sampleRate);
        List<double> found = [];
        foreach (int beat in qrs.Take(MostMeasurements))
        {
            // Before the first sample WFDB's library reads at as many samples behind it.
            int first = Math.Abs(beat - half);
            if (first + half + half >= samples.Count)
            {
                break;
            }

            int lowest = int.MaxValue;
            int highest = int.MinValue;
            for (int i = first; i <= first + half + half; i++)
            {
                lowest = Math.Min(lowest, samples[i]);
                highest = Math.Max(highest, samples[i]);
            }

            found.Add((double)highest - lowest);
        }

        return TrimmedMean(found);
    }

    /// <summary>Root mean square about the mean, second by second.</summary>
    /// <param name="samples">The signal.</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <returns>Null for a signal that is shorter than a second.</returns>
    public static double? Rms(IReadOnlyList<int> samples, double sampleRate)
    {
        ArgumentNullException.ThrowIfNull(samples);
        int second = Samples(1, sampleRate);
        List<double> found = [];
        for (int start = 0; start + second <= samples.Count && found.Count < MostMeasurements; start += second)
        {
            double mean = 0;
            for (int i = start; i < start + second; i++)
            {
                mean += samples[i];
            }

            mean /= second;
            double sum = 0;
            for (int i = start; i < start + second; i++)
            {
                // sigamp holds the distance as a whole number.
                double distance = Math.Truncate(samples[i] - mean);
                sum += distance * distance;
            }

            found.Add(Math.Sqrt(sum / second));
        }

        return TrimmedMean(found);
    }

    /// <summary>A time as WFDB's library counts it in samples.</summary>
    internal static int Samples(double seconds, double sampleRate) => (int)((seconds * sampleRate) + 0.5);

    private static double? TrimmedMean(List<double> measurements)
    {
        measurements.Sort();
        int trimmed = measurements.Count / TrimmedParts;
        return measurements.Count == 0 ? null : measurements[trimmed..^trimmed].Average();
    }
}
