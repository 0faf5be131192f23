using System;
using System.Linq;
using EcgChip.Simulator.Patients.Noise;

namespace EcgChip.Simulator.Tests.Patients.Noise;

public class SignalAmplitudeTests
{
    // 50 ms are five samples.
    private const double Rate = 100;

    [Fact]
    public void Qrs_is_measured_from_peak_to_peak_within_50_ms_to_either_side()
    {
        int[] samples = new int[200];
        (samples[95], samples[100], samples[105]) = (-30, 100, -50);
        (samples[94], samples[106]) = (-900, 900);
        Assert.Equal(150, SignalAmplitude.QrsPeakToPeak(samples, [100], Rate));
        Assert.Equal(950, SignalAmplitude.QrsPeakToPeak(samples, [101], Rate));
    }

    [Fact]
    public void The_smallest_and_the_largest_twentieth_do_not_count()
    {
        // Forty beats of 1 to 40: without the two smallest and the two largest, 3 to 38, their mean is 20.5; one giant changes nothing.
        int[] samples = new int[2000];
        int[] beats = [.. Enumerable.Range(0, 40).Select(i => 20 + (i * 40))];
        for (int i = 0; i < beats.Length; i++)
        {
            samples[beats[i]] = i + 1;
        }

        Assert.Equal(20.5, SignalAmplitude.QrsPeakToPeak(samples, beats, Rate));
        samples[beats[39]] = 100_000;
        Assert.Equal(20.5, SignalAmplitude.QrsPeakToPeak(samples, beats, Rate));
    }

    [Fact]
    public void Only_the_first_300_beats_are_measured()
    {
        int[] samples = new int[400 * 20];
        int[] beats = [.. Enumerable.Range(0, 400).Select(i => 8 + (i * 20))];
        foreach (int beat in beats)
        {
            samples[beat] = beat < beats[300] ? 10 : 1000;
        }

        Assert.Equal(10, SignalAmplitude.QrsPeakToPeak(samples, beats, Rate));
    }

    [Fact]
    public void Without_a_whole_window_there_is_no_measure()
    {
        Assert.Null(SignalAmplitude.QrsPeakToPeak(new int[100], [], Rate));
        Assert.Null(SignalAmplitude.QrsPeakToPeak(new int[100], [95], Rate));
        Assert.Null(SignalAmplitude.Rms(new int[99], Rate));
    }

    [Fact]
    public void Noise_is_measured_about_the_mean_of_each_second()
    {
        // Each second stands 1000 higher than the one before, and goes 30 up and down: its root mean square is 30.
        int[] samples = [.. Enumerable.Range(0, 1000).Select(i => (i / 100 * 1000) + (i % 2 == 0 ? 30 : -30))];
        Assert.Equal(30, SignalAmplitude.Rms(samples, Rate)!.Value, 9);
    }

    [Fact]
    public void A_sine_measures_its_amplitude_over_the_root_of_two()
    {
        int[] samples = [.. Enumerable.Range(0, 1000).Select(i => (int)Math.Round(10_000 * Math.Sin(2 * Math.PI * i / 50)))];
        Assert.Equal(10_000 / Math.Sqrt(2), SignalAmplitude.Rms(samples, Rate)!.Value, 1.0);
    }
}
