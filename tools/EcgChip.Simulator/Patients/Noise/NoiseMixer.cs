using System;
using System.Collections.Generic;

namespace EcgChip.Simulator.Patients.Noise;

/// <summary>
/// Adds noise to a signal as <c>nst</c> of the WFDB Applications Guide does: five minutes clean, then two minutes noisy and two clean in turn, to the
/// end. Where noise begins or ends the signal is moved, so that it does not jump. In ADC units, each sum cut to a whole number. It differs from
/// <c>nst</c> where noise begins anew: there <c>nst</c> adds the converter's zero to the offset, which makes one wrong sample, the last one, of a record that
/// is as long as the noise.
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
            bool turns = i == next;
            bool anew = i > 0 && i % noise.Count == 0;
            if (turns)
            {
                next += turn;
                factor = gain - factor;
            }

            if (turns || anew)
            {
                offset = Cut(signal[i - 1] + (factor * noise[anew ? 0 : (i - 1) % noise.Count]) - mixed[i - 1]);
            }

            mixed[i] = Cut(signal[i] + (factor * noise[i % noise.Count]) - offset);
        }

        return mixed;
    }

    private static int Cut(double sum) => (int)Math.Clamp(sum, int.MinValue, int.MaxValue);
}
