using System;
using System.Linq;
using CsCheck;
using EcgChip.Simulator.FrontEnd;

namespace EcgChip.Simulator.Tests.FrontEnd;

public class Esp32AdcTests
{
    private const double CodesPerVolt = 4095 / 3.3;

    private static readonly Gen<double> AnyVolts = Gen.Double[-0.2, 3.5];

    [Fact]
    public void In_the_good_range_the_code_is_the_voltages_share_of_full_scale() =>
        Gen.Double[0.15, 2.45].Sample(volts => Assert.Equal(volts * CodesPerVolt, Esp32Adc.IdealCode(volts), 1e-6));

    [Theory]
    [InlineData(0.1, -110, -70)]
    [InlineData(0.12, -60, -20)]
    [InlineData(2.6, 5, 60)]
    [InlineData(2.9, 80, 200)]
    public void Outside_of_the_good_range_it_is_bent(double volts, double least, double most) =>
        Assert.InRange(Esp32Adc.IdealCode(volts) - (volts * CodesPerVolt), least, most);

    [Fact]
    public void A_higher_voltage_never_gives_a_lower_code() =>
        Gen.Select(AnyVolts, AnyVolts).Sample((a, b) => Esp32Adc.IdealCode(Math.Min(a, b)) <= Esp32Adc.IdealCode(Math.Max(a, b)));

    [Fact]
    public void The_curve_has_no_step() =>
        AnyVolts.Sample(volts => Math.Abs(Esp32Adc.IdealCode(volts + 1e-6) - Esp32Adc.IdealCode(volts)) < 0.01);

    [Theory]
    [InlineData(0.09, 0)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(3.1, 4095)]
    [InlineData(3.3, 4095)]
    [InlineData(10, 4095)]
    public void Beyond_its_ends_it_saturates(double volts, int code)
    {
        Assert.Equal(code, Esp32Adc.IdealCode(volts), 1e-6);
        Esp32Adc adc = new();
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(adc.Convert(volts), Math.Max(0, code - 8), Math.Min(4095, code + 8)));
    }

    [Fact]
    public void Codes_are_12_bit_whatever_the_voltage_and_the_noise()
    {
        Esp32Adc adc = new(noiseCodes: 50);
        AnyVolts.Sample(volts => adc.Convert(volts) is >= 0 and <= 4095, threads: 1);
    }

    [Fact]
    public void Noise_is_as_strong_as_asked_and_has_no_bias()
    {
        Esp32Adc adc = new(noiseCodes: 3);
        const double Volts = 1.3;
        double[] errors = [.. Enumerable.Range(0, 20_000).Select(_ => adc.Convert(Volts) + 0.5 - (Volts * CodesPerVolt))];
        Assert.Equal(0, errors.Average(), 0.1);
        Assert.Equal(3, Math.Sqrt(errors.Average(error => error * error)), 0.1);
    }

    [Fact]
    public void Noise_is_the_same_in_every_run_and_another_with_another_seed()
    {
        Assert.Equal(Codes(new Esp32Adc()), Codes(new Esp32Adc()));
        Assert.NotEqual(Codes(new Esp32Adc()), Codes(new Esp32Adc(seed: 2)));
    }

    private static int[] Codes(Esp32Adc adc) => [.. Enumerable.Range(0, 1000).Select(_ => adc.Convert(1.3))];
}
