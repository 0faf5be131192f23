using System;
using System.Collections.Generic;

namespace EcgChip.Simulator.Patients.Noise;

/// <summary>
/// Adds noise to a signal as <c>nst</c> of the WFDB Applications Guide does: five minutes clean, then two minutes noisy and two clean in turn, to the
/// end. Where noise begins or ends the signal is moved, so that it does not jump. In ADC units, each sum cut to a whole number.
/// </summary>
public static class NoiseMixer
{
    private const double CleanSeconds = 300;
    private const double TurnSeconds = 120;

    /// <summary>Mixes.</summary>
    /// <param name="signal">The clean signal.</param>
    /// <param name="noise">Noise, sample for sample; where it is shorter it begins anew.</param>
    /// <param name="gain">What the noise is multiplied by.</param>
    /// <param name="sampleRate">Samples a second of both.</param>
    public static int[] Mix(IReadOnlyList<int> signal, IReadOnlyList<int> noise, double gain, double sampleRate)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(noise);
        ArgumentOutOfRangeException.ThrowIfZero(noise.Count);
        int turn = SignalAmplitude.Samples(TurnSeconds, sampleRate);
        int next = SignalAmplitude.Samples(CleanSeconds, sampleRate);
        int[] mixed = new int[signal.Count];
        double factor = 0;
        int offset = 0;
        for (int i = 0; i < mixed.Length; i++)
        {
            if (i == next)
            {
                next += turn;
                factor = gain - factor;
                offset = Cut(signal[i - 1] + (factor * noise[(i - 1) % noise.Count]) - mixed[i - 1]);
            }
            else if (i > 0 && i % noise.Count == 0)
            {
                offset = Cut(signal[i] + (factor * noise[0]) - mixed[i - 1]);
            }

            mixed[i] = Cut(signal[i] + (factor * noise[i % noise.Count]) - offset);
        }

        return mixed;
    }

    private static int Cut(double sum) => (int)Math.Clamp(sum, int.MinValue, int.MaxValue);
}
