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

        // A beat moves the mean by a quarter of what it differs, from the sixteenth on by a sixteenth; and no value by more than a sixteenth of
        // the largest there is and 5 uV.
        private const int EarlyBits = 2;
        private const int SettledBits = 4;
        private const int EarlyBeats = 16;
        private const int StepBits = 4;

        // As in BedsideWindow.
        private const int FactorBits = 16;
        private const int Half = 1 << (FactorBits - 1);

        private readonly short[] usual = new short[Length];
        private int count;

        // Of the usual beat: its mean, and the largest deviation from it.
        private int level;
        private int largest;

        /// <summary>Forgets everything.</summary>
        public void Begin()
        {
            count = 0;
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

        /// <summary>Learns from a beat.</summary>
        /// <param name="ring">Conditioned samples, sample n at n &amp; mask.</param>
        /// <param name="mask">The ring's length less 1.</param>
        /// <param name="first">The first sample that there is; what lies before it is held to be as large.</param>
        /// <param name="rPeak">Sample index of R.</param>
        public void Learn(short[] ring, int mask, int first, int rPeak)
        {
            short[] values = usual;
            int start = rPeak - BedsideWindow.RPeakAt;
            int sum = 0;
            for (int i = 0; i < Length; i++)
            {
                int n = start + i;
                sum += ring[(n < first ? first : n) & mask];
            }

            int own = (sum << FractionBits) / Length;
            int bits = count < EarlyBeats ? EarlyBits : SettledBits;
            bool isFirst = count == 0;
            int most = isFirst ? Most : (largest >> StepBits) + (1 << FractionBits);
            int total = 0;
            for (int i = 0; i < Length; i++)
            {
                int n = start + i;
                int value = values[i];
                int step = (ring[(n < first ? first : n) & mask] << FractionBits) - own;
                if (isFirst)
                {
                    value = 0;
                }
                else
                {
                    step = (step - value) >> bits;
                }

                step = step > most ? most : step < -most ? -most : step;
                value += step;
                value = value > Most ? Most : value < -Most ? -Most : value;
                values[i] = (short)value;
                total += value;
            }

            level = total / Length;
            largest = 0;
            for (int i = 0; i < Length; i++)
            {
                int deviation = values[i] - level;
                deviation = deviation < 0 ? -deviation : deviation;
                largest = deviation > largest ? deviation : largest;
            }

            count++;
        }
    }
}
