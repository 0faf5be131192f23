using EcgChip.Signal;

namespace EcgChip.Signal.Tests;

/// <summary>Front ends for tests, and the readings that a voltage at the electrodes gives there.</summary>
internal static class Boards
{
    public const int FullScaleCode = 4095;
    public const int FullScaleMillivolts = 3300;
    public const int CentreMillivolts = 1300;

    public static FrontEndSettings WithGain(int gain) => new(gain, CentreMillivolts, FullScaleMillivolts, FullScaleCode, 150, 2450, 5000);

    /// <summary>The reading sum of a voltage at the electrodes, fractions of a code kept until the sum is rounded.</summary>
    public static int ReadingSum(double millivolts, int gain) =>
        (int)System.Math.Round(
            (CentreMillivolts + (millivolts * gain)) * FullScaleCode / FullScaleMillivolts * Conditioner.ReadingsPerSample);
}
