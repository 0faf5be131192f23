using System;
using System.Linq;
using System.Threading;
using EcgChip.Signal;

namespace EcgChip.Cli.SignalChain;

/// <summary>The answer to an impulse of 0.3 mVs, and the noise that is there without any input.</summary>
public static class PulseTest
{
    private const double PulseAt = 5;
    private const double PulseSeconds = 0.1;
    private const double PulseMillivolts = 3;

    // The chain's own delay, and the ringing of the notch (radius 0.9: gone after 30 samples).
    private const double AfterPulse = 0.25;
    private const double SlopeSeconds = 0.2;
    private const double Length = 12;
    private const double NoiseFrom = 3;
    private const double NoiseSeconds = 10;
    private const double MicrovoltsPerMillivolt = 1000;
    private const double MostNoise = 50;

    /// <summary>Measures both.</summary>
    public static FigureGroup Run(CancellationToken cancellation)
    {
        PlayedSignal pulse = BoardPlay.Play(
            t => t is >= PulseAt and < PulseAt + PulseSeconds ? PulseMillivolts : 0, Length, cancellation);
        double[] after = [.. pulse.Between(PulseAt + PulseSeconds + AfterPulse, Length - 1)];
        PlayedSignal silence = BoardPlay.Play(_ => 0, NoiseFrom + NoiseSeconds + 1, cancellation);
        (double peakToPeak, double rms) = Noise([.. silence.Between(NoiseFrom, NoiseFrom + NoiseSeconds)]);
        return new FigureGroup(
            "Impulse, and noise without a signal",
            "The samples that the screen gets: after 3 mV for 100 ms at the electrodes, from a quarter of a second after its end on; and with 0 mV between the electrodes for 10 s. The ADC's noise is simulated, that of amplifiers and electrodes is not.",
            [
                new("offset after the impulse, largest", after.MaxBy(Math.Abs), "mV", 2)
                {
                    Asked = "IEC 60601-2-47: 0.1 mV; a filter from 0.05 Hz on, which this monitor is not", Note = "ST segments are not judged from this signal",
                },
                new("slope after the impulse, steepest", SteepestSlope(after), "mV/s", 2) { Asked = "IEC 60601-2-47: 0.3 mV/s; the same" },
                new("noise, peak to peak over 10 s", peakToPeak * MicrovoltsPerMillivolt, "uV") { Asked = "IEC 60601-2-47: 50 uV", AtMost = MostNoise },
                new("noise, root mean square", rms * MicrovoltsPerMillivolt, "uV", 1),
            ]);
    }

    /// <summary>Peak to peak and root mean square about the mean.</summary>
    public static (double PeakToPeak, double Rms) Noise(double[] samples)
    {
        double mean = samples.Average();
        return (samples.Max() - samples.Min(), Math.Sqrt(samples.Average(sample => (sample - mean) * (sample - mean))));
    }

    /// <summary>The steepest slope over 200 ms, by its size, a second.</summary>
    public static double SteepestSlope(double[] samples)
    {
        const int Step = (int)(SlopeSeconds * SignalUnits.SampleRate);
        return Enumerable.Range(0, samples.Length - Step).Max(i => Math.Abs(samples[i + Step] - samples[i])) / SlopeSeconds;
    }
}
