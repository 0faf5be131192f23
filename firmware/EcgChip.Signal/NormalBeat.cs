using System;

namespace EcgChip.Signal
{
    /// <summary>
    /// How this patient's usual beat looks, learnt as beats come: a mean of the windows (<see cref="BedsideWindow"/>) around R, which follows slowly. Beats
    /// that come early or late have no part in it, and no beat moves it far, so that ectopic beats, be they many, do not become the usual ones.
    /// </summary>
    public sealed class NormalBeat
    {
        /// <summary>Values of a beat.</summary>
        public const int Length = BedsideWindow.Length;

        // A value is in 1/16 of 5 uV; over 10 mV nothing is a heartbeat.
        private const int FractionBits = 4;
        private const int Most = short.MaxValue;

        // A beat moves the mean by a quarter of what it differs, and no value by more than an eighth of the largest there is and 5 uV; from the
        // sixteenth on by a sixteenth, and a sixty-fourth.
        private const int EarlyBits = 2;
        private const int SettledBits = 4;
        private const int EarlyBeats = 16;
        private const int EarlyStepBits = 3;
        private const int SettledStepBits = 6;

        // Values of a part: a divisor of the length.
        private const int PartLength = Length / 2;

        // As in BedsideWindow.
        private const int FactorBits = 16;
        private const int Half = 1 << (FactorBits - 1);

        private readonly short[] usual = new short[Length];
        private int count;

        // What runs through the parts of a beat that is learnt from.
        private int next;
        private int total;
        private int low;
        private int high;

        // Of the usual beat: its mean, and the largest deviation from it.
        private int level;
        private int largest;

        /// <summary>Forgets everything.</summary>
        public void Begin()
        {
            count = 0;
            next = 0;
        }

        /// <summary>
        /// Writes the usual beat, freed from its mean and scaled so that its largest deviation is 127 or -127: level = sum / 84, rounded towards 0;
        /// factor = 127 * 2^16 / largest, rounded, halves up; value = ((usual - level) * factor + 2^15) >> 16. While none is known, the beat itself.
        /// </summary>
        /// <param name="target">Takes <see cref="Length"/> values of -127 to 127.</param>
        /// <param name="at">Where they begin; the beat's own window stands at 0.</param>
        public void Write(sbyte[] target, int at)
        {
            if (count == 0)
            {
                for (int i = 0; i < Length; i++)
                {
                    target[at + i] = target[i];
                }

                return;
            }

            short[] values = usual;
            int factor = largest == 0 ? 0 : ((BedsideWindow.Largest << FactorBits) + (largest >> 1)) / largest;
            int offset = Half - (level * factor);
            for (int i = 0; i < Length; i++)
            {
                target[at + i] = (sbyte)(((values[i] * factor) + offset) >> FactorBits);
            }
        }

        /// <summary>Learns from a part of a beat, so that it is no long slice of work: to be called until it says true, for the same beat.</summary>
        /// <param name="ring">Conditioned samples, sample n at n &amp; mask.</param>
        /// <param name="mask">The ring's length less 1.</param>
        /// <param name="first">The first sample that there is; what lies before it is held to be as large.</param>
        /// <param name="rPeak">Sample index of R.</param>
        /// <param name="mean">The mean of the window, rounded, as <see cref="BedsideWindow.Cut"/> gives it.</param>
        /// <returns>True when all of the beat is learnt.</returns>
        public bool Learn(short[] ring, int mask, int first, int rPeak, int mean)
        {
            short[] values = usual;
            int own = mean << FractionBits;
            int bits = count < EarlyBeats ? EarlyBits : SettledBits;
            int most = (largest >> (count < EarlyBeats ? EarlyStepBits : SettledStepBits)) + (1 << FractionBits);
            int sum = next == 0 ? 0 : total;
            int lowest = next == 0 ? int.MaxValue : low;
            int highest = next == 0 ? int.MinValue : high;
            int i = next;
            int to = i + PartLength;
            if (count == 0)
            {
                // The first beat is the usual one: all the way from zero at once.
                bits = 0;
                most = int.MaxValue;
                Array.Clear(values, i, PartLength);
            }

            int least = -most;
            int n = rPeak - BedsideWindow.RPeakAt + i;
            while (i < to)
            {
                int step = n < first ? 0 : 1;
                int end = step == 0 && first - n < to - i ? i + first - n : to;
                int at = step == 0 ? first : n;
                n += end - i;
                for (; i < end; i++)
                {
                    int value = values[i];
                    int apart = ((ring[at & mask] << FractionBits) - own - value) >> bits;
                    at += step;
                    value += apart > most ? most : apart < least ? least : apart;

                    // What does not fit is a new highest or lowest: there alone it has to be looked for.
                    if (value > highest)
                    {
                        value = value > Most ? Most : value;
                        highest = value;
                    }

                    if (value < lowest)
                    {
                        value = value < -Most ? -Most : value;
                        lowest = value;
                    }

                    values[i] = (short)value;
                    sum += value;
                }
            }

            if (to < Length)
            {
                next = to;
                total = sum;
                low = lowest;
                high = highest;
                return false;
            }

            next = 0;
            level = sum / Length;
            largest = highest - level > level - lowest ? highest - level : level - lowest;
            count++;
            return true;
        }
    }
}
