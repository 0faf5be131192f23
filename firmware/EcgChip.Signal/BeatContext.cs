namespace EcgChip.Signal
{
    /// <summary>
    /// Makes what the bedside network takes in of a beat, one beat after the other: its window (<see cref="BedsideWindow"/>), beside it the patient's usual
    /// one (<see cref="NormalBeat"/>), and what its intervals say of it (<see cref="RhythmContext"/>). The device and the training use this class alike.
    /// <para>
    /// Use: for every beat that is found, in order, <see cref="Add"/>; with its window complete <see cref="Cut"/>, <see cref="Compare"/>, and <see cref="Learn"/> if
    /// it is good; and when the next beat is found, or <see cref="LatestEnd"/> has passed, <see cref="Join"/>.
    /// </para>
    /// </summary>
    public sealed class BeatContext
    {
        /// <summary>Channels of a beat: itself, the usual beat.</summary>
        public const int Channels = 2;

        /// <summary>Values of a beat, channel after channel.</summary>
        public const int Length = Channels * BedsideWindow.Length;

        /// <summary>Features of a beat.</summary>
        public const int FeatureCount = RhythmContext.FeatureCount;

        private readonly RhythmContext rhythm = new RhythmContext();
        private readonly NormalBeat usual = new NormalBeat();
        private int first = -1;
        private int peak;
        private int level;

        /// <summary>The sample up to which the next beat is waited for.</summary>
        public int LatestEnd
        {
            get { return rhythm.LatestEnd; }
        }

        /// <summary>Goes on to the next beat.</summary>
        /// <param name="firstSample">First sample of the stretch of signal that it lies in; where it is another than before, nothing is known of the patient.</param>
        /// <param name="rPeak">Sample index of its R peak.</param>
        public void Add(int firstSample, int rPeak)
        {
            if (firstSample != first)
            {
                first = firstSample;
                rhythm.Begin();
                usual.Begin();
            }

            peak = rPeak;
            rhythm.Add(rPeak);
        }

        /// <summary>Writes the first channel of the beat added last, whose window is complete.</summary>
        /// <param name="ring">Conditioned samples, sample n at n &amp; mask; those of the beat's window are there.</param>
        /// <param name="mask">The ring's length less 1.</param>
        /// <param name="values">Takes <see cref="Length"/> values of -127 to 127.</param>
        public void Cut(short[] ring, int mask, sbyte[] values)
        {
            level = BedsideWindow.Cut(ring, mask, first, peak, values);
        }

        /// <summary>Writes the second channel of the beat that was cut last.</summary>
        /// <param name="values">The same values.</param>
        public void Compare(sbyte[] values)
        {
            usual.Write(values, BedsideWindow.Length);
        }

        /// <summary>Learns from a part of the beat that was cut last what this patient's beats look like, if it came in time.</summary>
        /// <param name="ring">As for <see cref="Cut"/>.</param>
        /// <param name="mask">The ring's length less 1.</param>
        /// <returns>True when there is nothing more to learn from it.</returns>
        public bool Learn(short[] ring, int mask)
        {
            return !rhythm.IsInTime || usual.Learn(ring, mask, first, peak, level);
        }

        /// <summary>Writes the features of the beat added last.</summary>
        /// <param name="next">
        /// Samples to the next R peak, where that was found in a block that ended by <see cref="LatestEnd"/>; else
        /// <see cref="RhythmContext.Overdue"/>, or <see cref="RhythmContext.Unknown"/> where the stretch of signal ended before.
        /// </param>
        /// <param name="features">Takes <see cref="FeatureCount"/> features of -127 to 127.</param>
        public void Join(int next, sbyte[] features)
        {
            rhythm.Write(next, features);
        }
    }
}
