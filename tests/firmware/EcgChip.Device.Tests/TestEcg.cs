using System;

namespace EcgChip.Device.Tests;

/// <summary>A heartbeat drawn from five bumps, for pictures.</summary>
internal static class TestEcg
{
    /// <summary>Samples from beat to beat: 75 a minute.</summary>
    public const int Period = 100;

    /// <summary>Sample of the R peak in a beat.</summary>
    public const int RPeak = 30;

    /// <summary>Bumps of a beat: millivolts, centre and width in samples.</summary>
    private static readonly (double Height, double Centre, double Width)[] Bumps =
        [(0.15, 10, 2.8), (-0.12, 27.5, 1.1), (1.3, RPeak, 1.4), (-0.28, 33, 1.4), (0.32, 57, 6.2)];

    /// <summary>The sample in 5 uV units.</summary>
    public static int Units(int sample)
    {
        double millivolts = 0;
        foreach ((double height, double centre, double width) in Bumps)
        {
            double distance = (sample % Period - centre) / width;
            millivolts += height * Math.Exp(-distance * distance / 2);
        }

        return (int)Math.Round(millivolts * Signal.SignalUnits.UnitsPerMillivolt);
    }
}
