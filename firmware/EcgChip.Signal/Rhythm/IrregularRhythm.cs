namespace EcgChip.Signal.Rhythm
{
    /// <summary>
    /// Says beat by beat whether the rhythm of the last 30 s is irregularly irregular, which suggests atrial fibrillation. Beats that are not
    /// narrow are taken out together with the intervals on both sides. Needs the beats in turn and remembers at most 48 intervals.
    /// <para>
    /// Irregular is a window with a high coefficient of sample entropy (Lake and Moorman 2011: no interval foretells the next; m = 1, the
    /// density of the matches taken relative to the mean interval, threshold -1.4), whose successive intervals differ by a tenth of the mean
    /// as root mean square (Dash et al. 2009), and half of them by more than a share of it: a few ectopic beats in a regular
    /// rhythm make the root mean square large, but not the median. To begin takes more than to go on. What is own in this: to begin, -1.2 and
    /// a tenth, which lie between the two fibrillating records and the sinus arrhythmia of MIT-BIH's DS1; to go on, 6/100. docs/findings.md
    /// has the figures.
    /// </para>
    /// </summary>
    public sealed class IrregularRhythm
    {
        /// <summary>Length of the window, in samples: 30 s.</summary>
        public const int WindowSamples = 30 * SignalUnits.SampleRate;

        // 48 intervals are 30 s at 96/min; faster than that the window is shorter, so that a beat's work is bounded. They stand in a ring.
        private const int Capacity = 48;
        private const int RingLength = 64;
        private const int Mask = RingLength - 1;

        // Lake and Moorman judge 12 beats; with fewer intervals nothing is said.
        private const int LeastIntervals = 12;

        // Intervals match when they differ by at most 4 samples, 32 ms (Lake and Moorman: 30 ms). On the grid of samples this is a
        // tolerance of 4.5; twice that is the width of the match.
        private const int Tolerance = 4;
        private const int MatchWidth = 2 * Tolerance + 1;

        // exp(-1.2) and exp(-1.4), in thousandths.
        private const int EntropyToBegin = 301;
        private const int EntropyToGoOn = 247;
        private const int Thousand = 1000;

        private const int HundredthsToBegin = 10;
        private const int HundredthsToGoOn = 6;
        private const int Hundred = 100;

        // 1 / 0.1 squared.
        private const int SquareRatio = 100;

        // Over 5 s without a beat, what was before tells nothing of what comes.
        private const int LongestInterval = 5 * SignalUnits.SampleRate;

        // Behind a long interval the window comes back to its length with the next beats: each that leaves takes up to 120,000 instructions.
        private const int MostDropped = 2;

        private const int None = -1;

        // Oldest at (next - count); those that do not count are negative.
        private readonly short[] intervals = new short[RingLength];
        private int next;
        private int count;
        private int samples;
        private int cleanCount;
        private int cleanSamples;
        private int singleMatches;
        private int doubleMatches;
        private int lastPeak = None;
        private bool lastIsNarrow;
        private bool judgedBefore;
        private bool irregular;
        private int since;

        /// <summary>True while the rhythm is irregularly irregular.</summary>
        public bool IsIrregular
        {
            get { return irregular; }
        }

        /// <summary>True once there were intervals enough to judge since the signal began.</summary>
        public bool IsJudged
        {
            get { return judgedBefore; }
        }

        /// <summary>
        /// Sample from which the present answer holds: the middle of the window that gave it first, or the beginning of the signal
        /// when that was the first window judged.
        /// </summary>
        public int Since
        {
            get { return since; }
        }

        /// <summary>Sample up to which the answer is settled: the middle of the window. What comes later may still change it.</summary>
        public int SettledTo
        {
            get { return lastPeak - (samples >> 1); }
        }

        /// <summary>Forgets everything: a gap, a poor stretch, another recording.</summary>
        public void BreakOff()
        {
            next = 0;
            count = 0;
            samples = 0;
            cleanCount = 0;
            cleanSamples = 0;
            singleMatches = 0;
            doubleMatches = 0;
            lastPeak = None;
            judgedBefore = false;
            irregular = false;
        }

        /// <summary>Takes the next beat.</summary>
        /// <param name="rPeak">Sample of its R peak, after that of the beat before.</param>
        /// <param name="beatClass">0 to 4 for N, S, V, F, Q; any other number for a beat without class, which counts as not narrow.</param>
        /// <returns><see cref="IsIrregular"/>.</returns>
        public bool Add(int rPeak, int beatClass)
        {
            bool narrow = BeatKind.IsNarrow(beatClass);
            int interval = rPeak - lastPeak;
            bool follows = lastPeak != None;
            bool clean = narrow && lastIsNarrow;
            lastPeak = rPeak;
            lastIsNarrow = narrow;
            if (!follows)
            {
                since = rPeak;
                return false;
            }

            if (interval > LongestInterval)
            {
                BreakOff();
                lastPeak = rPeak;
                since = rPeak;
                return false;
            }

            samples += interval;
            for (int dropped = 0; dropped < MostDropped && (samples > WindowSamples || count == Capacity); dropped++)
            {
                Drop();
            }

            Push(clean ? interval : -interval);
            Judge();
            return irregular;
        }

        private void Push(int interval)
        {
            int at = next;
            intervals[at] = (short)interval;
            if (interval > 0)
            {
                cleanCount++;
                cleanSamples += interval;
                int before = count > 0 ? intervals[(at - 1) & Mask] : None;
                if (before > 0)
                {
                    // Against every pair that ends before this interval; the pairs are those of the intervals before.
                    CountMatches(before, interval, at - count, count - 1, 1);
                }
            }

            next = (at + 1) & Mask;
            count++;
        }

        private void Drop()
        {
            int oldest = next - count;
            int interval = intervals[oldest & Mask];
            count--;
            if (interval < 0)
            {
                samples += interval;
                return;
            }

            samples -= interval;
            cleanCount--;
            cleanSamples -= interval;
            int after = count > 0 ? intervals[(oldest + 1) & Mask] : None;
            if (after > 0)
            {
                CountMatches(interval, after, oldest + 1, count - 1, -1);
            }
        }

        // How many of the pairs of neighbours from one place on match a pair in their first interval, and how many in both.
        private void CountMatches(int first, int second, int from, int pairs, int sign)
        {
            short[] ring = intervals;
            int singles = 0;
            int doubles = 0;
            int here = pairs > 0 ? ring[from & Mask] : None;
            for (int k = 1; k <= pairs; k++)
            {
                int there = ring[(from + k) & Mask];

                // Few intervals are near enough, so that is asked first.
                int difference = here - first;
                if (difference <= Tolerance && difference >= -Tolerance && here > 0 && there > 0)
                {
                    singles++;
                    difference = there - second;
                    if (difference <= Tolerance && difference >= -Tolerance)
                    {
                        doubles++;
                    }
                }

                here = there;
            }

            singleMatches += sign * singles;
            doubleMatches += sign * doubles;
        }

        private void Judge()
        {
            bool enough = cleanCount >= LeastIntervals;
            bool now = enough && IsUnpredictable() && IsScattered();
            if (now != irregular)
            {
                since = judgedBefore ? SettledTo : lastPeak - samples;
                irregular = now;
            }

            judgedBefore = judgedBefore || enough;
        }

        // ln((B / A) (2 r / mean)) above the threshold; a half is added to each count, so that none is 0.
        private bool IsUnpredictable()
        {
            int threshold = irregular ? EntropyToGoOn : EntropyToBegin;
            return (long)(2 * singleMatches + 1) * MatchWidth * Thousand * cleanCount > (long)(2 * doubleMatches + 1) * cleanSamples * threshold;
        }

        private bool IsScattered()
        {
            int limit = (irregular ? HundredthsToGoOn : HundredthsToBegin) * cleanSamples / (Hundred * cleanCount);
            short[] ring = intervals;
            int from = next - count;
            int differences = 0;
            int large = 0;

            // 48 times the square of the longest interval fit.
            int squares = 0;
            int here = ring[from & Mask];
            for (int k = 1; k < count; k++)
            {
                int there = ring[(from + k) & Mask];
                if (here > 0 && there > 0)
                {
                    int difference = there - here;
                    differences++;
                    squares += difference * difference;
                    if (difference > limit || difference < -limit)
                    {
                        large++;
                    }
                }

                here = there;
            }

            return differences > 0 && 2 * large >= differences
                && (long)squares * SquareRatio * cleanCount * cleanCount > (long)differences * cleanSamples * cleanSamples;
        }
    }
}
