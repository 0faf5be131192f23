using System;

namespace EcgChip.Signal
{
    /// <summary>
    /// Turns ADC readings into conditioned signal: scaled to 5 uV units, freed from baseline wander (first order high-pass, 0.41 Hz)
    /// and from mains hum (second order notch). Integers only; state keeps 4 fraction bits.
    /// </summary>
    public sealed class Conditioner
    {
        /// <summary>ADC readings that make one sample; their sum is what <see cref="Process"/> takes.</summary>
        public const int ReadingsPerSample = 4;

        /// <summary>
        /// How much later than at the ADC a heartbeat shows in the conditioned signal, in microseconds: the notch's group delay
        /// between 1 and 15 Hz, 0.06 samples.
        /// </summary>
        public const int GroupDelayUs = 480;

        private const int FractionBits = 4;
        private const int ScaleBits = 16;
        private const int MicrovoltsPerUnit = 1000 / SignalUnits.UnitsPerMillivolt;

        // The baseline follows the signal by 1/48 of the distance a sample: -3 dB at 125 / (2 pi 48) = 0.41 Hz. With the front end's
        // 0.3 Hz that leaves 0.67 Hz at -2.2 dB, inside the 3 dB that monitoring asks for.
        private const long BaselineRate = 1365;
        private const int BaselineBits = 16;

        // Above its corner this high-pass amplifies by 1 / (1 - 1/96): the scale takes it back.
        private const long HighPassLoss = (2L << BaselineBits) - BaselineRate;
        private const int HighPassLossBits = BaselineBits + 1;

        // Notch: zeros on the unit circle at the mains frequency, poles at radius 0.9 (3.9 Hz wide), gain 1 at 0 Hz; 14 fraction bits.
        private const int NotchBits = 14;
        private const long NotchHalf = 1L << (NotchBits - 1);
        private const long Half = 1L << (FractionBits - 1);
        private const long NotchA2 = 13271;
        private const int Notch50B0 = 14791;
        private const int Notch50B1 = 23932;
        private const int Notch50A1 = 23859;
        private const int Notch60B0 = 14787;
        private const int Notch60B1 = 29340;
        private const int Notch60A1 = 29259;

        // All long: a conversion costs the chip twice what an addition does.
        private readonly long scale;
        private readonly int centreSum;
        private readonly long notchB0;
        private readonly long notchB1;
        private readonly long notchA1;

        // What the notch takes out is looked at with every eighth sample: at 50 Hz its phase moves on by a fifth of a turn from one to the
        // next, at 60 Hz by a sixth, so that a second sees all of a sine. Its amplitude is pi / 2 of its mean magnitude: 11 / 7.
        private const int HumMask = 7;
        private const int AmplitudeNumerator = 11;
        private const int AmplitudeDenominator = 7;

        private bool started;
        private long baseline;
        private long x1;
        private long x2;
        private long y1;
        private long y2;
        private long removed;
        private int removals;

        /// <summary>A conditioner for one board and one mains frequency.</summary>
        /// <exception cref="ArgumentException">Gain or full scale is not positive.</exception>
        public Conditioner(FrontEndSettings frontEnd, MainsFrequency mains)
        {
            if (frontEnd.Gain <= 0 || frontEnd.FullScaleCode <= 0 || frontEnd.FullScaleMillivolts <= 0)
            {
                throw new ArgumentException("Gain and full scale of the front end must be positive.");
            }

            long unitsTimesGain = (long)frontEnd.FullScaleMillivolts * 1000 / MicrovoltsPerUnit;
            long codes = (long)frontEnd.FullScaleCode * frontEnd.Gain * ReadingsPerSample;
            long exact = ((unitsTimesGain << (ScaleBits + FractionBits)) + codes / 2) / codes;
            scale = (exact * HighPassLoss) >> HighPassLossBits;
            centreSum = frontEnd.CentreMillivolts * frontEnd.FullScaleCode * ReadingsPerSample / frontEnd.FullScaleMillivolts;

            bool is60 = mains == MainsFrequency.Hz60;
            notchB0 = is60 ? Notch60B0 : Notch50B0;
            notchB1 = is60 ? Notch60B1 : Notch50B1;
            notchA1 = is60 ? Notch60A1 : Notch50A1;
        }

        /// <summary>The baseline that is taken out of the signal now, in 5 uV units.</summary>
        public int Baseline
        {
            get { return (int)(baseline >> (BaselineBits + FractionBits)); }
        }

        /// <summary>
        /// Amplitude of the mains hum since this was asked last, in 5 uV units as the ADC sees it: the front end's low-pass has taken its part of what
        /// lies between the electrodes. A sine at the notch's frequency has <c>pi / 2</c> times the mean magnitude of what the notch takes
        /// out; of muscle noise a fifth of its root mean square passes for hum.
        /// </summary>
        public int TakeHum()
        {
            int count = removals;
            long sum = removed;
            removals = 0;
            removed = 0;
            return count == 0 ? 0 : (int)(sum * AmplitudeNumerator / (count * AmplitudeDenominator) >> FractionBits);
        }

        /// <summary>
        /// Forgets the past: the next sample is taken as the baseline, so that making contact at any voltage causes no swing.
        /// </summary>
        public void Reset()
        {
            started = false;
        }

        /// <summary>
        /// Conditions samples, into 5 uV units held to 16 bits. Some at a time: to call it and to load its state costs the chip as much as a
        /// sample. It does not matter how they are parted.
        /// </summary>
        /// <param name="readingSums">Sums of <see cref="ReadingsPerSample"/> ADC readings.</param>
        /// <param name="from">Where the first of them stands.</param>
        /// <param name="count">How many.</param>
        /// <param name="ring">Takes the conditioned samples: sample i goes to <c>i &amp; mask</c>.</param>
        /// <param name="mask">Length of the ring less one; the length is a power of two.</param>
        /// <param name="first">Index of the first sample.</param>
        public void Process(int[] readingSums, int from, int count, short[] ring, int mask, int first)
        {
            if (count <= 0)
            {
                return;
            }

            int centre = centreSum;
            long factor = scale;
            if (!started)
            {
                started = true;
                baseline = (((readingSums[from] - centre) * factor) >> ScaleBits) << BaselineBits;
                x1 = 0;
                x2 = 0;
                y1 = 0;
                y2 = 0;
            }

            long level = baseline;
            long b0 = notchB0;
            long b1 = notchB1;
            long a1 = notchA1;
            long lastX = x1;
            long beforeX = x2;
            long lastY = y1;
            long beforeY = y2;

            // In locals: the compiler makes a conversion of every long constant.
            long rate = BaselineRate;
            long a2 = NotchA2;
            long notchHalf = NotchHalf;
            long half = Half;
            int shift = first - from;
            int i = from;
            int end = from + count;
            if ((count & 1) != 0)
            {
                long x = (((readingSums[i] - centre) * factor) >> ScaleBits) - (level >> BaselineBits);
                level += x * rate;
                long y = ((x + beforeX) * b0 + lastX * b1 - lastY * a1 - beforeY * a2 + notchHalf) >> NotchBits;
                beforeX = lastX;
                lastX = x;
                beforeY = lastY;
                lastY = y;
                int sample = (int)((y + half) >> FractionBits);
                ring[(i + shift) & mask] = (short)sample == sample ? (short)sample : Held(sample);
                i++;
            }

            // Two at a time: what came before need not move then.
            while (i < end)
            {
                long x = (((readingSums[i] - centre) * factor) >> ScaleBits) - (level >> BaselineBits);
                level += x * rate;
                beforeY = ((x + beforeX) * b0 + lastX * b1 - lastY * a1 - beforeY * a2 + notchHalf) >> NotchBits;
                int sample = (int)((beforeY + half) >> FractionBits);
                ring[(i + shift) & mask] = (short)sample == sample ? (short)sample : Held(sample);
                i++;

                beforeX = x;
                x = (((readingSums[i] - centre) * factor) >> ScaleBits) - (level >> BaselineBits);
                level += x * rate;
                lastY = ((x + lastX) * b0 + beforeX * b1 - beforeY * a1 - lastY * a2 + notchHalf) >> NotchBits;
                lastX = x;
                sample = (int)((lastY + half) >> FractionBits);
                ring[(i + shift) & mask] = (short)sample == sample ? (short)sample : Held(sample);
                i++;
            }

            if (((first + count) & HumMask) == 0)
            {
                long hum = lastX - lastY;
                removed += hum < 0 ? -hum : hum;
                removals++;
            }

            baseline = level;
            x1 = lastX;
            x2 = beforeX;
            y1 = lastY;
            y2 = beforeY;
        }

        private static short Held(int sample)
        {
            return sample > 0 ? short.MaxValue : short.MinValue;
        }
    }
}
