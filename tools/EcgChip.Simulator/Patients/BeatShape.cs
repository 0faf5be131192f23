using System;
using System.Linq;
using EcgChip.Formats;

namespace EcgChip.Simulator.Patients;

/// <summary>
/// The waves of a beat of each class. The normal beat is table I of McSharry, Clifford, Tarassenko, Smith 2003 ("A dynamical model for generating
/// synthetic electrocardiogram signals", IEEE Trans Biomed Eng 50(3):289-294): the angles and widths of P, Q, R, S and T, turned into seconds for one
/// beat a second, and their heights a b^2 in proportion to R's, which the paper scales to 1.2 mV. The ectopic beats are not in the paper.
/// </summary>
internal static class BeatShape
{
    private const double RMillivolts = 1.2;
    private const double RadiansPerSecond = 2 * Math.PI;

    // Table I: angle of the wave, a, b.
    private static readonly Wave P = Table(-Math.PI / 3, 1.2, 0.25);
    private static readonly Wave Q = Table(-Math.PI / 12, -5, 0.1);
    private static readonly Wave R = Table(0, 30, 0.1);
    private static readonly Wave S = Table(Math.PI / 12, -7.5, 0.1);
    private static readonly Wave T = Table(Math.PI / 2, 0.75, 0.4);

    private static readonly Wave[] Normal = [P, Q, R, S, T];
    private static readonly Wave[] NormalWithoutP = [Q, R, S, T];

    // From another place in the atria: a flat, upside-down P close to the QRS, and a QRS as ever.
    private static readonly Wave[] Supraventricular = [new(-0.15, 0.026, -0.16), Q, R, S, T];

    // From the ventricles, as lead II shows an ectopic from the outflow tract: no P, a QRS of about 0.16 s that rises with a slur,
    // goes below the baseline and runs into a T wave opposite to it.
    private static readonly Wave[] Ventricular =
    [
        new(-0.05, 0.022, 0.42),
        new(0, 0.034, 1.5),
        new(0.09, 0.030, -0.3),
        new(0.17, 0.050, -0.2),
        new(0.3, 0.055, -0.65),
    ];

    /// <summary>The waves of a beat.</summary>
    /// <param name="beatClass">N, S or V.</param>
    /// <param name="meanInterval">
    /// Mean R-R interval, in seconds. As in ECGSYN, the program of the paper's authors, QRS and widths shrink with its square root, the distances of
    /// P and T with its power 3/4, so that a fast heart still has its waves in order.
    /// </param>
    /// <param name="size">Factor on all heights.</param>
    /// <param name="atriaBeat">False in atrial fibrillation: a normal beat has no P wave then.</param>
    public static Wave[] Waves(AamiClass beatClass, double meanInterval, double size, bool atriaBeat = true)
    {
        double near = Math.Sqrt(meanInterval);
        double far = Math.Pow(meanInterval, 0.75);
        Wave[] waves = beatClass switch
        {
            AamiClass.V => Ventricular,
            AamiClass.S => Supraventricular,
            _ => atriaBeat ? Normal : NormalWithoutP,
        };

        // Everything that is closer to R than this belongs to the QRS, in the normal beat and the ectopic ones.
        const double QrsReach = 0.1;
        return [.. waves.Select(wave => new Wave(
            wave.Offset * (Math.Abs(wave.Offset) < QrsReach ? near : far), wave.Width * near, wave.Millivolts * size))];
    }

    private static Wave Table(double angle, double a, double b)
    {
        const double RA = 30;
        const double RB = 0.1;
        return new Wave(angle / RadiansPerSecond, b / RadiansPerSecond, RMillivolts * a * b * b / (RA * RB * RB));
    }
}
