using System;
using System.Linq;
using System.Numerics;
using CsCheck;
using EcgChip.Simulator.FrontEnd;

namespace EcgChip.Simulator.Tests.FrontEnd;

public class AnalogFrontEndTests
{
    private static readonly AnalogSettings Designed = new();

    /// <summary>Half of the power: -3 dB.</summary>
    private static readonly double AtTheCorner = Math.Sqrt(0.5);

    [Theory]
    [InlineData(2.5)]
    [InlineData(5)]
    [InlineData(10)]
    public void In_the_middle_of_the_pass_band_the_gain_is_the_declared_one(double hertz) =>
        Assert.Equal(400, Response(Designed, hertz).Magnitude, 4.0);

    [Fact]
    public void The_pass_band_is_0_3_to_45_Hz_and_flat_in_between()
    {
        Assert.Equal(AtTheCorner, Response(Designed, 0.3).Magnitude / Designed.Gain, 0.01);
        Assert.Equal(AtTheCorner, Response(Designed, 45).Magnitude / Designed.Gain, 0.01);
        Assert.Equal(0.3, Designed.HighPassHz, 0.001);
        foreach (double hertz in (double[])[0.67, 1, 2, 5, 10, 20, 30, 35])
        {
            // A first order high-pass and a second order Butterworth low-pass, within 0.1 dB.
            double ideal = 1 / Math.Sqrt((1 + Math.Pow(0.3 / hertz, 2)) * (1 + Math.Pow(hertz / 45, 4)));
            Assert.Equal(0, 20 * Math.Log10(Response(Designed, hertz).Magnitude / Designed.Gain / ideal), 0.1);
        }
    }

    // Corners of up to 1.6 Hz: the low-pass, whose bend follows the gain, takes nothing there.
    [Fact]
    public void Gain_centre_and_high_pass_follow_the_parts_by_the_data_sheets_formulas() =>
        Gen.Select(Gen.Double[2e6, 12e6], Gen.Double[5e-6, 20e-6], Gen.Double[100e3, 330e3], Gen.Double[1e6, 3e6]).Sample(
            (highPassOhms, farads, gainOhms, referenceOhms) =>
            {
                AnalogSettings parts = Designed with
                {
                    HighPassOhms = highPassOhms,
                    HighPassFarads = farads,
                    GainUpperOhms = gainOhms,
                    ReferenceUpperOhms = referenceOhms,
                };
                double corner = 100 / (2 * Math.PI * highPassOhms * farads);
                double gain = 100 * (1 + (gainOhms / 100e3)) * 10e6 / 10.23162e6;
                Assert.Equal(gain * AtTheCorner, Response(parts, corner).Magnitude, gain * 0.01);
                Assert.Equal(3.3 * 1.3e6 / (1.3e6 + referenceOhms), new AnalogFrontEnd(FunctionPatient.Sine(1), parts).VoltsAt(0), 1e-9);
            },
            iter: 100);

    [Fact]
    public void An_off_the_shelf_module_has_gain_1100_and_clips_at_about_1_mV()
    {
        Assert.Equal(1100, AnalogSettings.Module.Gain, 30.0);
        Assert.Equal(1.65, AnalogSettings.Module.CentreVolts, 1e-9);
        Assert.Equal(1100, Response(AnalogSettings.Module, 5).Magnitude, 30.0);
        AnalogFrontEnd frontEnd = new(FunctionPatient.Sine(5, 2), AnalogSettings.Module);
        double[] volts = [.. Enumerable.Range(0, 20_000).Select(i => frontEnd.VoltsAt(i * 0.0003))];
        Assert.Equal(3.27, volts.Max(), 0.01);
        Assert.Equal(0.03, volts.Min(), 0.01);
        Assert.InRange((AnalogSettings.Module.CentreVolts - Esp32Adc.LowestGoodVolts) / AnalogSettings.Module.Gain, 0.0009, 0.0015);
    }

    [Fact]
    public void Outside_of_the_pass_band_the_high_pass_is_of_first_and_the_low_pass_of_second_order_before_the_converters_filter()
    {
        Assert.Equal(2, Response(Designed, 0.06).Magnitude / Response(Designed, 0.03).Magnitude, 0.06);

        // From 90 to 180 Hz: 4 for the two poles, 1.1 for the filter at the pin (339 Hz), 1.1 for what the solution's steps smooth.
        Assert.InRange(Response(Designed, 90).Magnitude / Response(Designed, 180).Magnitude, 3.9, 4.8);
    }

    [Fact]
    public void A_heartbeat_comes_later_by_the_delay_that_the_firmware_reckons_with()
    {
        const double Top = 1;
        const double Width = 0.012;
        AnalogFrontEnd frontEnd = new(new FunctionPatient(t => Math.Exp(-Math.Pow((t - Top) / Width, 2) / 2)), Designed);
        double seen = Enumerable.Range(9_000, 2_000).Select(i => i * 1e-4).MaxBy(frontEnd.VoltsAt);
        Assert.Equal(Device.Board.FrontEnd().GroupDelayUs / 1000.0, (seen - Top) * 1000, 0.5);
    }

    [Fact]
    public void Without_a_signal_the_output_stands_at_its_centre_whatever_the_electrodes_offset()
    {
        AnalogFrontEnd frontEnd = new(new FunctionPatient(_ => 300), Designed);
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(1.3, frontEnd.VoltsAt(i * 0.0137), 1e-9));
    }

    [Fact]
    public void Output_stops_at_the_rails_and_comes_back()
    {
        AnalogFrontEnd frontEnd = new(FunctionPatient.Sine(5, 20), Designed);
        double[] volts = [.. Enumerable.Range(0, 10_000).Select(i => frontEnd.VoltsAt(i * 0.0003))];
        Assert.Equal(Designed.HighestVolts, volts.Max(), 1e-6);
        Assert.Equal(Designed.LowestVolts, volts.Min(), 1e-6);
        Assert.Contains(volts, v => v is > 1.2 and < 1.4);
    }

    [Fact]
    public void A_signal_of_2_8_mV_to_either_side_fits_the_converters_good_range()
    {
        AnalogFrontEnd frontEnd = new(FunctionPatient.Sine(5, 2.8), Designed);
        double[] volts = [.. Enumerable.Range(0, 20_000).Select(i => frontEnd.VoltsAt(i * 0.0003)).Skip(10_000)];
        Assert.InRange(volts.Max(), 2.3, Esp32Adc.HighestGoodVolts);
        Assert.InRange(volts.Min(), Esp32Adc.LowestGoodVolts, 0.3);
    }

    [Fact]
    public void Time_only_goes_forward()
    {
        AnalogFrontEnd frontEnd = new(FunctionPatient.Sine(5), Designed);
        frontEnd.VoltsAt(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => frontEnd.VoltsAt(0.9));
        Assert.Equal(frontEnd.VoltsAt(1), frontEnd.VoltsAt(1));
    }

    [Fact]
    public void The_voltage_at_a_moment_does_not_depend_on_when_it_was_asked_for_before() =>
        Gen.Double[0.001, 0.4].Array[1, 40].Sample(
            steps =>
            {
                AnalogFrontEnd often = new(FunctionPatient.Sine(7), Designed);
                AnalogFrontEnd once = new(FunctionPatient.Sine(7), Designed);
                double last = 0;
                double time = 0;
                foreach (double step in steps)
                {
                    time += step;
                    last = often.VoltsAt(time);
                }

                Assert.Equal(once.VoltsAt(time), last, 1e-12);
            },
            iter: 50);

    [Fact]
    public void Nothing_of_the_patient_is_looked_at_before_its_time()
    {
        FunctionPatient patient = FunctionPatient.Sine(5);
        AnalogFrontEnd frontEnd = new(patient, Designed);
        Assert.Equal(0, patient.LatestAsked);
        frontEnd.VoltsAt(2.3456);
        Assert.InRange(patient.LatestAsked, 2.3456, 2.3456 + 0.0005);
    }

    /// <summary>Gain and phase at a frequency, measured over whole periods once the filters have settled.</summary>
    private static Complex Response(AnalogSettings settings, double hertz)
    {
        const double Millivolts = 0.4;
        const double StepSeconds = 0.00037;
        double start = Math.Max(8, Math.Ceiling(8 * hertz) / hertz);
        int steps = (int)Math.Round(Math.Max(3, Math.Ceiling(3 * hertz)) / hertz / StepSeconds);
        AnalogFrontEnd frontEnd = new(FunctionPatient.Sine(hertz, Millivolts), settings);
        Complex sum = 0;
        for (int i = 0; i < steps; i++)
        {
            double time = start + (i * StepSeconds);
            sum += (frontEnd.VoltsAt(time) - settings.CentreVolts) * Complex.FromPolarCoordinates(1, -2 * Math.PI * hertz * time);
        }

        return sum * 2 / steps / (Millivolts / 1000);
    }
}
