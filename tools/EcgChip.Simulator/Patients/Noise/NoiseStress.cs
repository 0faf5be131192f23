using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Simulator.Patients.Noise;

/// <summary>
/// A recording of noise that is mixed into recordings of hearts, so strong that the ratio of signal to noise is as asked for: the noise stress test
/// of Moody, Muldrow and Mark 1984 ("A noise stress test for arrhythmia detectors"), sample for sample as <c>nst</c> makes it. The signal's
/// power is the square of its QRS complexes' peak to peak amplitude, divided by 8.
/// </summary>
public sealed class NoiseStress
{
    // nst takes rates for equal that differ by less, and makes others equal first.
    private const double LargestRateDifference = 0.1;
    private const double DecibelsPerDecade = 20;

    // A sine's root mean square is its peak to peak amplitude over the root of 8.
    private static readonly double s_sine = Math.Sqrt(2) / 4;

    private readonly WfdbRecord noise;

    private NoiseStress(WfdbRecord noise, double decibels)
    {
        this.noise = noise;
        Decibels = decibels;
    }

    /// <summary>The noise recording's name: em for electrode motion, bw for baseline wander.</summary>
    public string Name => noise.Name;

    /// <summary>Signal to noise ratio.</summary>
    public double Decibels { get; }

    /// <summary>Opens a noise recording.</summary>
    /// <param name="folder">Folder of the noise recordings.</param>
    /// <param name="name">Which one.</param>
    /// <param name="decibels">Signal to noise ratio.</param>
    /// <exception cref="RecordingException">It cannot be used.</exception>
    public static NoiseStress Open(string folder, string name, double decibels) => new(WfdbRecord.Open(Path.Combine(folder, name)), decibels);

    /// <summary>A lead with noise in it, in millivolts. The lead that is signal i of its record gets the noise's signal i.</summary>
    /// <param name="record">The recording.</param>
    /// <param name="signal">Index of the lead.</param>
    /// <param name="reference">Its reference annotations, whose normal beats say how strong the signal is.</param>
    /// <exception cref="RecordingException">Recording or noise cannot be used, or have no strength that could be measured.</exception>
    public double[] AddTo(WfdbRecord record, int signal, IReadOnlyList<WfdbAnnotation> reference)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(reference);
        int source = signal % noise.Signals.Count;
        int[] clean = Units(record, signal);
        int[] disturbance = Units(noise, source);
        double gain = Gain(record, signal, clean, reference, source, disturbance);
        int[] mixed = NoiseMixer.Mix(clean, AtRate(disturbance, record.SampleRate), gain, record.SampleRate);
        WfdbSignal lead = record.Signals[signal];
        double millivolts = lead.MillivoltsPerUnit();
        return Array.ConvertAll(mixed, sample => ((double)sample + lead.AdcZero - lead.Baseline) * millivolts);
    }

    private double Gain(
        WfdbRecord record, int signal, int[] clean, IReadOnlyList<WfdbAnnotation> reference, int source, int[] disturbance)
    {
        double? qrs = SignalAmplitude.QrsPeakToPeak(clean, reference.Where(IsNormal).Select(annotation => annotation.Sample), record.SampleRate);
        double? rms = SignalAmplitude.Rms(disturbance, noise.SampleRate);
        if (qrs is null or 0)
        {
            throw new RecordingException(
                $"Signal {record.Signals[signal].Name} of record {record.Name} has no annotated normal beats to measure noise by: choose another record.");
        }

        if (rms is null or 0)
        {
            throw new RecordingException($"Signal {noise.Signals[source].Name} of {noise.Name} is no noise: it is flat or too short; choose another record.");
        }

        // sigamp and nst hand their figures on as text.
        double ratio = Math.Pow(10, -Decibels / DecibelsPerDecade) * s_sine;
        return AsText(ratio * AsText(qrs.Value) / AsText(rms.Value));
    }

    /// <summary>Samples in ADC units about the converter's middle, those that are missing filled as <see cref="WfdbSignal.ToMillivolts"/> does.</summary>
    private static int[] Units(WfdbRecord record, int index)
    {
        WfdbSignal signal = record.Signals[index];
        double millivolts = signal.MillivoltsPerUnit();
        return Array.ConvertAll(
            signal.ToMillivolts(record.ReadSignal(index)), value => (int)Math.Round(value / millivolts) + signal.Baseline - signal.AdcZero);
    }

    private int[] AtRate(int[] samples, double sampleRate)
    {
        double step = noise.SampleRate / sampleRate;
        if (Math.Abs(1 - step) <= LargestRateDifference)
        {
            return samples;
        }

        SampledVoltage smooth = new(Array.ConvertAll(samples, sample => (double)sample), noise.SampleRate);
        int[] resampled = new int[Math.Max(1, (int)(samples.Length / step))];
        for (int i = 0; i < resampled.Length; i++)
        {
            resampled[i] = (int)Math.Round(smooth.At(i / sampleRate));
        }

        return resampled;
    }

    // What ecgmap.h of the WFDB library counts as normal: all that is neither ventricular nor a fusion beat, paced beats among them.
    private static bool IsNormal(WfdbAnnotation annotation) => annotation.Symbol is
        'N' or 'L' or 'R' or 'a' or 'A' or 'J' or 'S' or 'j' or '/' or 'Q' or 'e' or 'n' or 'B' or 'f';

    private static double AsText(double value) => double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
