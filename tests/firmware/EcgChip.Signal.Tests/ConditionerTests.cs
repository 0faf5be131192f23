using System;
using System.Linq;
using CsCheck;

namespace EcgChip.Signal.Tests;

public class ConditionerTests
{
    private const int Rate = SignalUnits.SampleRate;

    [Theory]
    [InlineData(100)]
    [InlineData(400)]
    [InlineData(1100)]
    public void A_millivolt_is_two_hundred_units_at_any_gain(int gain) =>
        Assert.InRange(AmplitudeAt(10, 0.5, gain, MainsFrequency.Hz50) / 0.5, 198, 202);

    [Theory]
    [InlineData(MainsFrequency.Hz50, 50)]
    [InlineData(MainsFrequency.Hz60, 60)]
    public void Mains_hum_is_rejected_by_thirty_decibels(MainsFrequency mains, double hertz) =>
        Assert.True(Decibels(hertz, mains) < -30, $"{Decibels(hertz, mains):f1} dB");

    [Theory]
    [InlineData(0.67)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(15)]
    [InlineData(25)]
    [InlineData(35)]
    public void The_pass_band_is_flat_within_two_decibels(double hertz)
    {
        Assert.InRange(Decibels(hertz, MainsFrequency.Hz50), -2, 0.2);
        Assert.InRange(Decibels(hertz, MainsFrequency.Hz60), -2, 0.2);
    }

    [Fact]
    public void Slow_baseline_wander_is_attenuated_by_eighteen_decibels() =>
        Assert.True(Decibels(0.05, MainsFrequency.Hz50) < -18, $"{Decibels(0.05, MainsFrequency.Hz50):f1} dB");

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    public void The_notch_delays_by_what_is_declared(double hertz)
    {
        // Phase against the input, less that of the high-pass, which leads.
        double delayUs = -PhaseAt(hertz) / (2 * Math.PI * hertz) * 1e6;
        double highPassLeadUs = Math.Atan(0.414 / hertz) / (2 * Math.PI * hertz) * 1e6;
        Assert.InRange(delayUs + highPassLeadUs, Conditioner.GroupDelayUs - 150, Conditioner.GroupDelayUs + 150);
    }

    /// <summary>Phase and amplitude are drawn; the first second, in which the notch settles, is thrown away.</summary>
    [Theory]
    [InlineData(MainsFrequency.Hz50, 50)]
    [InlineData(MainsFrequency.Hz60, 60)]
    [InlineData(MainsFrequency.Hz50, 49.5)]
    [InlineData(MainsFrequency.Hz50, 50.5)]
    [InlineData(MainsFrequency.Hz60, 59.5)]
    public void The_amplitude_of_mains_hum_is_measured_within_an_eighth(MainsFrequency mains, double hertz) =>
        Gen.Select(Gen.Double[0.05, 2], Gen.Double[0, 1]).Sample((millivolts, phase) =>
        {
            int hum = Hum(mains, n => millivolts * Math.Sin(2 * Math.PI * ((hertz * n / Rate) + phase)));
            double expected = millivolts * SignalUnits.UnitsPerMillivolt;
            Assert.InRange(hum, (expected * 7 / 8) - 1, (expected * 9 / 8) + 1);
        }, iter: 50);

    [Fact]
    public void Neither_a_beat_nor_a_swinging_baseline_is_mains_hum()
    {
        Assert.InRange(Hum(MainsFrequency.Hz50, n => Math.Sin(2 * Math.PI * 0.3 * n / Rate)), 0, 2);
        Assert.InRange(Hum(MainsFrequency.Hz50, n => 1.5 * Math.Max(0, 1 - (Math.Abs(n % 100 - 50) / 4.0))), 0, 8);
    }

    [Fact]
    public void Hum_is_forgotten_when_it_was_told_and_before_any_is_measured_there_is_none()
    {
        Conditioner conditioner = new(Boards.WithGain(400), MainsFrequency.Hz50);
        Assert.Equal(0, conditioner.TakeHum());
        Play(conditioner, n => Math.Sin(2 * Math.PI * 50 * n / Rate), 2 * Rate);
        Assert.True(conditioner.TakeHum() > 150);
        Assert.Equal(0, conditioner.TakeHum());
    }

    [Fact]
    public void The_baseline_goes_where_the_signal_stays()
    {
        Conditioner conditioner = new(Boards.WithGain(400), MainsFrequency.Hz50);
        Play(conditioner, n => n < 10 ? 0 : 1, 4 * Rate);
        Assert.InRange(conditioner.Baseline, 195, 205);
    }

    [Fact]
    public void The_integers_follow_the_filter_in_floating_point_within_one_unit_and_a_thousandth_of_full_scale() =>
        Gen.Select(Gen.Int[0, 16380].Array[1, 400], Gen.Int[100, 1200], Gen.Bool).Sample((sums, gain, is60) =>
        {
            MainsFrequency mains = is60 ? MainsFrequency.Hz60 : MainsFrequency.Hz50;
            Conditioner conditioner = new(Boards.WithGain(gain), mains);
            FloatingConditioner reference = new(gain, (int)mains);
            foreach (int sum in sums)
            {
                double expected = reference.Process(sum);
                int actual = conditioner.Process(sum);
                double fullScale = (double)Boards.FullScaleMillivolts / gain * SignalUnits.UnitsPerMillivolt;
                Assert.True(Math.Abs(expected - actual) <= 1 + (fullScale * 1e-3), $"{expected} {actual}");
            }
        });

    [Fact]
    public void It_does_not_matter_how_samples_are_parted() =>
        Gen.Select(Gen.Int[0, 16380].Array[1, 300], Gen.Int[1, 20].Array[1, 10], Gen.Int[0, 5000]).Sample((sums, parts, first) =>
        {
            Conditioner single = new(Boards.WithGain(400), MainsFrequency.Hz50);
            short[] expected = [.. sums.Select(sum => (short)single.Process(sum))];
            Conditioner parted = new(Boards.WithGain(400), MainsFrequency.Hz50);
            short[] ring = new short[512];
            int part = 0;
            for (int n = 0; n < sums.Length; part++)
            {
                int count = Math.Min(parts[part % parts.Length], sums.Length - n);
                parted.Process(sums, n, count, ring, ring.Length - 1, first + n);
                n += count;
            }

            Assert.Equal(expected, Enumerable.Range(first, sums.Length).Select(n => ring[n % ring.Length]));
        });

    [Fact]
    public void After_a_reset_any_level_is_the_baseline() =>
        Gen.Select(Gen.Int[0, 16380], Gen.Int[0, 16380]).Sample((before, after) =>
        {
            Conditioner conditioner = new(Boards.WithGain(400), MainsFrequency.Hz50);
            for (int i = 0; i < Rate; i++)
            {
                conditioner.Process(before);
            }

            conditioner.Reset();
            Assert.All(Enumerable.Range(0, Rate), _ => Assert.Equal(0, conditioner.Process(after)));
        });

    [Fact]
    public void A_gain_that_is_not_positive_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Conditioner(Boards.WithGain(0), MainsFrequency.Hz50));

    private static double Decibels(double hertz, MainsFrequency mains) =>
        20 * Math.Log10(AmplitudeAt(hertz, 1, 400, mains) / SignalUnits.UnitsPerMillivolt);

    private static int Hum(MainsFrequency mains, Func<int, double> millivolts)
    {
        Conditioner conditioner = new(Boards.WithGain(400), mains);
        Play(conditioner, millivolts, Rate);
        conditioner.TakeHum();
        Play(conditioner, n => millivolts(n + Rate), Rate);
        return conditioner.TakeHum();
    }

    private static void Play(Conditioner conditioner, Func<int, double> millivolts, int samples)
    {
        short[] ring = new short[8];
        for (int n = 0; n < samples; n++)
        {
            conditioner.Process([Boards.ReadingSum(millivolts(n), 400)], 0, 1, ring, 7, n);
        }
    }

    private static double AmplitudeAt(double hertz, double millivolts, int gain, MainsFrequency mains) =>
        Response(hertz, millivolts, gain, mains).Magnitude;

    private static double PhaseAt(double hertz) => Response(hertz, 1, 400, MainsFrequency.Hz50).Phase;

    private static System.Numerics.Complex Response(double hertz, double millivolts, int gain, MainsFrequency mains)
    {
        Conditioner conditioner = new(Boards.WithGain(gain), mains);
        const int Settling = 20 * Rate;
        const int Measured = 100 * Rate;
        System.Numerics.Complex sum = 0;
        for (int n = 0; n < Settling + Measured; n++)
        {
            double phase = 2 * Math.PI * hertz * n / Rate;
            int sample = conditioner.Process(Boards.ReadingSum(millivolts * Math.Sin(phase), gain));
            if (n >= Settling)
            {
                // Against sin: in phase gives an angle of 0.
                sum += sample * System.Numerics.Complex.Exp(new System.Numerics.Complex(0, -phase)) * new System.Numerics.Complex(0, 1);
            }
        }

        return sum * 2 / Measured;
    }

    /// <summary>The same filters in double precision, written from their definitions.</summary>
    private sealed class FloatingConditioner(int gain, int mainsHertz)
    {
        private const double PoleRadius = 0.9;
        private const double TimeConstant = 48;
        private readonly double cosine = Math.Cos(2 * Math.PI * mainsHertz / Rate);
        private double? baseline;
        private double x1;
        private double x2;
        private double y1;
        private double y2;

        public double Process(int readingSum)
        {
            double millivolts = ((readingSum / (double)Conditioner.ReadingsPerSample * Boards.FullScaleMillivolts / Boards.FullScaleCode)
                - Boards.CentreMillivolts) / gain;
            double x = millivolts * SignalUnits.UnitsPerMillivolt;
            baseline ??= x;
            double high = x - baseline.Value;
            baseline += high / TimeConstant;
            high *= 1 - (1 / (2 * TimeConstant));

            double dcGain = (2 - (2 * cosine)) / (1 - (2 * PoleRadius * cosine) + (PoleRadius * PoleRadius));
            double y = ((high - (2 * cosine * x1) + x2) / dcGain) + (2 * PoleRadius * cosine * y1) - (PoleRadius * PoleRadius * y2);
            (x2, x1, y2, y1) = (x1, high, y1, y);
            return Math.Clamp(y, short.MinValue, short.MaxValue);
        }
    }
}
