namespace EcgChip.Signal
{
    /// <summary>
    /// Tells from the beats whether right arm and left leg are exchanged, which turns lead II upside down. What says it is the P wave: that of the sinus
    /// node runs towards the left leg and stands upright in lead II, while a QRS complex may well point down (left axis deviation, bundle branch
    /// block, pacing). Upside down means that P and QRS point down and T does not point up. Without P waves at their place, in
    /// atrial fibrillation, behind a pacemaker, or at a heart rate at which the T wave before lies over them, nothing is said.
    /// Source of the sign: any textbook, Surawicz and Knilans, "Chou's Electrocardiography in Clinical Practice", among them; the limits are measured
    /// (docs/quality.md).
    /// <para>Only beats that follow the one before in the rhythm count. A mean beat shows where P is, and each further beat votes by its own P there.</para>
    /// </summary>
    public sealed class LeadReversal
    {
        /// <summary>Samples that must have been taken behind R before a beat can be added.</summary>
        public const int SamplesAfterR = FirstT + (TPoints - 1) * Step;

        /// <summary>Samples before R that must be there.</summary>
        public const int SamplesBeforeR = -FirstP;

        // Where P is looked for: 16 pairs of samples from 304 to 64 ms before R, behind which the QRS complex begins.
        private const int Points = 16;
        private const int Step = 2;
        private const int FirstP = -38;

        // P stands out from what lies 48 ms before and behind its top, about half its own length.
        private const int Flank = 3;

        // What rises by 1/8 of the QRS complex within 16 ms, or by 0.2 mV, belongs to it.
        private const int SteepBits = 3;
        private const int SteepestP = 40 << (FractionBits + 1);

        // Half a wide QRS complex, 96 ms.
        private const int LevelBeforeR = -12;
        private const int TallRParts = 3;

        // T is looked for from 120 to 296 ms behind R.
        private const int FirstT = 15;
        private const int TPoints = 12;

        // The mean beat moves by 1/8 of the difference; it keeps 4 fraction bits.
        private const int MeanBits = 3;
        private const int FractionBits = 4;

        // From 0.56 s on, P lies behind the end of the T wave before (QT at 107/min: 0.3 s).
        private const int ShortestInterval = 70;
        private const int LongestInterval = 2 * SignalUnits.SampleRate;

        // An interval that differs from the one before by more than 1/8 is no sinus rhythm's.
        private const int RegularBits = 3;

        // The mean beat takes shape with the first beats; then each votes, and votes of one kind must outweigh the others by 8.
        private const int ShapingBeats = 3;
        private const int DecisiveVotes = 8;
        private const int MostVotes = 12;
        private const int LeastVotes = 4;

        // P is higher than 25 uV and than 1/40 of the QRS complex, or it is none. The measure is twice the height of two samples.
        private const int MeasureScale = 4 << FractionBits;
        private const int LeastP = 5 * MeasureScale;
        private const int POfQrs = 40;

        // T that rises above the level of the PQ segment by 1/16 of the QRS complex points up.
        private const int TOfQrs = 16;

        private readonly int[] mean = new int[Points];
        private int meanQrs;
        private int meanT;
        private int beats;
        private int votes;
        private int lastPeak;
        private int lastInterval;
        private LeadOrientation orientation;

        /// <summary>What can be said.</summary>
        public LeadOrientation Orientation
        {
            get { return orientation; }
        }

        /// <summary>Forgets everything: the electrodes may have been put on anew.</summary>
        public void Reset()
        {
            beats = 0;
            votes = 0;
            lastPeak = 0;
            lastInterval = 0;
            orientation = LeadOrientation.Unknown;
        }

        /// <summary>
        /// Takes the next beat. Its class does not matter: an ectopic beat comes out of the rhythm, and a network that has never seen beats upside
        /// down may call them anything. Its samples, from <see cref="SamplesBeforeR"/> before R to <see cref="SamplesAfterR"/> behind, are in the ring.
        /// </summary>
        /// <param name="ring">Conditioned samples, sample n at n &amp; mask.</param>
        /// <param name="mask">The ring's length less 1; the length is a power of 2.</param>
        /// <param name="rPeak">Sample index of R.</param>
        public void AddBeat(short[] ring, int mask, int rPeak)
        {
            int interval = rPeak - lastPeak;
            int before = lastInterval;
            lastPeak = rPeak;
            lastInterval = interval;
            int change = interval > before ? interval - before : before - interval;
            if (interval < ShortestInterval || interval > LongestInterval || change > interval >> RegularBits)
            {
                Vote(0);
                return;
            }

            Average(ring, mask, rPeak);
            if (beats < ShapingBeats)
            {
                beats++;
                return;
            }

            Judge(ring, mask, rPeak);
        }

        private void Average(short[] ring, int mask, int rPeak)
        {
            int bits = beats == 0 ? 0 : MeanBits;
            int[] shape = mean;
            int n = rPeak + FirstP;
            for (int i = 0; i < Points; i++)
            {
                int value = (ring[n & mask] + ring[(n + 1) & mask]) << FractionBits;
                shape[i] += (value - shape[i]) >> bits;
                n += Step;
            }

            // n stands 48 ms before R; the PQ segment's level is the mean of the last points.
            int level = (ring[(n - Step) & mask] + ring[(n - Step + 1) & mask]) << (FractionBits - 1);
            int qrs = (ring[rPeak & mask] << FractionBits) - level;
            int t = 0;
            n = rPeak + FirstT;
            for (int i = 0; i < TPoints; i++)
            {
                t += ring[n & mask];
                n += Step;
            }

            meanQrs += (qrs - meanQrs) >> bits;
            meanT += ((t << FractionBits) / TPoints - level - meanT) >> bits;
        }

        private void Judge(short[] ring, int mask, int rPeak)
        {
            int[] shape = mean;
            int qrs = meanQrs < 0 ? -meanQrs : meanQrs;
            int place = 0;
            int p = 0;
            int height = 0;
            int end = Onset(shape, qrs) - Flank;
            for (int i = Flank; i < end; i++)
            {
                int bump = (shape[i] << 1) - shape[i - Flank] - shape[i + Flank];
                int size = bump < 0 ? -bump : bump;
                if (size > height)
                {
                    height = size;
                    p = bump;
                    place = i;
                }
            }

            // What stands out most at the very first point, or beside a QRS complex that begins early, is the flank of something else.
            bool isEdge = place == Flank || (place == end - 1 && end < Points - Flank);
            if (isEdge || height < LeastP || height * POfQrs < qrs << 2)
            {
                Vote(0);
                return;
            }

            int at = rPeak + FirstP + place * Step;
            int own = ((ring[at & mask] + ring[(at + 1) & mask]) << 1)
                - ring[(at - Flank * Step) & mask] - ring[(at - Flank * Step + 1) & mask]
                - ring[(at + Flank * Step) & mask] - ring[(at + Flank * Step + 1) & mask];
            if (p > 0 && meanQrs > 0)
            {
                Vote(own > 0 ? 1 : 0);
            }
            else if (p < 0 && meanQrs < 0 && meanT * TOfQrs <= qrs && own < 0 && !HasTallR(ring, mask, rPeak))
            {
                Vote(-1);
            }
            else
            {
                Vote(0);
            }
        }

        // True when the QRS complex goes up, before it goes down, by more than 1/3 of what it goes down by: rS, as in a bundle branch block.
        private bool HasTallR(short[] ring, int mask, int rPeak)
        {
            int level = ring[(rPeak + LevelBeforeR) & mask];
            int down = level - ring[rPeak & mask];
            int highest = level;
            for (int n = rPeak + LevelBeforeR; n < rPeak; n++)
            {
                int sample = ring[n & mask];
                highest = sample > highest ? sample : highest;
            }

            return (highest - level) * TallRParts > down;
        }

        // The point at which the QRS complex begins: a small r before a deep S, or the slur of a wide complex, must not pass for the end of P.
        private static int Onset(int[] shape, int qrs)
        {
            int steep = qrs >> (SteepBits - 1);
            steep = steep > SteepestP ? SteepestP : steep;
            for (int i = 1; i < Points; i++)
            {
                int rise = shape[i] - shape[i - 1];
                if (rise > steep || rise < -steep)
                {
                    return i;
                }
            }

            return Points;
        }

        // A beat that says nothing takes a vote back: a rhythm without P waves comes to no answer by chance.
        private void Vote(int vote)
        {
            int sum = votes + vote;
            if (vote == 0)
            {
                sum = sum > 0 ? sum - 1 : sum < 0 ? sum + 1 : 0;
            }

            sum = sum > MostVotes ? MostVotes : sum;
            sum = sum < -MostVotes ? -MostVotes : sum;
            votes = sum;
            if (sum >= DecisiveVotes)
            {
                orientation = LeadOrientation.Upright;
            }
            else if (sum <= -DecisiveVotes)
            {
                orientation = LeadOrientation.LikelySwapped;
            }
            else if (sum < LeastVotes && sum > -LeastVotes)
            {
                orientation = LeadOrientation.Unknown;
            }
        }
    }
}
