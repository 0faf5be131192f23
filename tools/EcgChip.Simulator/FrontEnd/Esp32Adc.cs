using System;

namespace EcgChip.Simulator.FrontEnd;

/// <summary>
/// The ESP32's ADC1 at 11 dB attenuation: 12 bit over 0 to 3.3 V, true in its good range of 0.15 to 2.45 V, bent outside, noisy.
/// The bends are approximations of Espressif's published curves: below the good range readings fall to 0 at 0.09 V, above it they
/// rise faster and end at 4095 from 3.1 V on. The noise is Gaussian and the same in every run.
/// </summary>
public sealed class Esp32Adc
{
    /// <summary>Highest code.</summary>
    public const int FullScaleCode = 4095;

    /// <summary>Voltage that the straight part of the curve would reach at the highest code.</summary>
    public const double FullScaleVolts = 3.3;

    /// <summary>Where the good range begins, in volts.</summary>
    public const double LowestGoodVolts = 0.15;

    /// <summary>Where the good range ends, in volts.</summary>
    public const double HighestGoodVolts = 2.45;

    /// <summary>What one reading takes on the chip, call and conversion, in microseconds (estimate).</summary>
    public const int ConversionUs = 100;

    private const double ZeroVolts = 0.09;
    private const double SaturationVolts = 3.1;

    private readonly double noiseCodes;
    private readonly Random random;

    /// <summary>An ADC.</summary>
    /// <param name="noiseCodes">Standard deviation of its noise, in codes.</param>
    /// <param name="seed">Seed of the noise.</param>
    public Esp32Adc(double noiseCodes = 1.5, int seed = 1)
    {
        this.noiseCodes = noiseCodes;
        random = new Random(seed);
    }

    /// <summary>One conversion.</summary>
    public int Convert(double volts)
    {
        double code = IdealCode(volts) + (noiseCodes * NextGaussian());
        return (int)Math.Clamp(Math.Floor(code), 0, FullScaleCode);
    }

    /// <summary>The curve without noise, in codes and their fractions.</summary>
    public static double IdealCode(double volts)
    {
        const double CodesPerVolt = FullScaleCode / FullScaleVolts;
        if (volts < LowestGoodVolts)
        {
            double part = Math.Max(volts - ZeroVolts, 0) / (LowestGoodVolts - ZeroVolts);
            return part * LowestGoodVolts * CodesPerVolt;
        }

        if (volts <= HighestGoodVolts)
        {
            return volts * CodesPerVolt;
        }

        // A parabola that leaves the straight line with its slope and reaches the highest code where the converter saturates.
        double beyond = Math.Min(volts, SaturationVolts) - HighestGoodVolts;
        double span = SaturationVolts - HighestGoodVolts;
        double bend = (FullScaleCode - (SaturationVolts * CodesPerVolt)) / (span * span);
        return ((HighestGoodVolts + beyond) * CodesPerVolt) + (bend * beyond * beyond);
    }

    private double NextGaussian()
    {
        // Sum of four uniforms, variance 1/3: near enough to Gaussian for a converter's noise, and the same on every machine.
        double sum = random.NextDouble() + random.NextDouble() + random.NextDouble() + random.NextDouble() - 2;
        return sum * Math.Sqrt(3);
    }
}
