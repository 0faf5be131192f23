namespace EcgChip.Signal
{
    /// <summary>
    /// Finds R peaks as the samples come. The steepness of the signal (a band of about 5 to 25 Hz), summed over the width of a QRS complex,
    /// rises to one hump a beat, after Pan and Tompkins 1985 (IEEE Trans Biomed Eng 32(3)) with magnitudes in the place of squares, so that beats of
    /// very different size are told from noise by one threshold. <see cref="BeatRules"/> says which humps are beats.
    /// A beat is reported 0.2 to 0.3 s after its R peak, one that is much smaller than others up to 1 s after it; those of the first
    /// second, in which the levels are learned, by the end of it.
    /// </summary>
    public sealed class RPeakDetector
    {
        /// <summary>The latest that a beat is reported after its R peak, in samples.</summary>
        public const int LatestReport = SignalUnits.SampleRate;

        /// <summary>Doubt from which on beats are worth nothing.</summary>
        public const int DoubtLimit = 128;

        /// <summary>The highest doubt.</summary>
        public const int MostDoubt = 2 * DoubtLimit;

        // Steepness is looked back at over a hump and its end.
        private const int SlopeLength = 64;
        private const int SlopeMask = SlopeLength - 1;

        // Sum of steepness over 12 samples, 96 ms: a QRS complex.
        private const int HumpWidth = 12;

        // The slope filter x[n] + x[n-1] - x[n-3] - x[n-4] looks 2 samples back on average.
        private const int SlopeReach = 4;

        // A hump ends when it has fallen to half, or 160 ms after its top.
        private const int HumpEnd = 20;

        // Learning takes the first second; its humps are kept until it ends. A top every 80 ms is more than humps can be had.
        private const int LearningSamples = SignalUnits.SampleRate;
        private const int LearningHumps = 12;

        // Steepness below this (in summed units) is no heartbeat: 12 samples of 6 units, which noise of 10 uV does not reach.
        private const int LowestHump = 72;

        // Beats of the first second come together.
        private const int ReportCapacity = 8;

        private readonly BeatLevels levels = new BeatLevels();
        private readonly BeatRules rules;
        private readonly int[] slopes = new int[SlopeLength];
        private readonly int[] learned = new int[3 * LearningHumps];
        private readonly int[] reports = new int[ReportCapacity];

        private short[] signal;
        private int signalMask;
        private int firstSample;
        private int newest;
        private int learnedCount;
        private int reported;
        private int reportCount;

        // The sum of steepness that runs, and the hump that it rises to.
        private int sum;
        private bool inHump;
        private int top;
        private int topHeight;

        /// <summary>A detector that starts at sample 0.</summary>
        public RPeakDetector()
        {
            rules = new BeatRules(levels);
            Reset(0);
        }

        /// <summary>
        /// How strong beats are, running mean: the height of their humps of steepness, some 3000 for an R of 1.2 mV; twice that at twice the gain. 0
        /// while no beat is known.
        /// </summary>
        public int BeatLevel
        {
            get { return levels.Beats; }
        }

        /// <summary>
        /// How doubtful the beats are that were found, to be asked at the end of every second: 0 where there is no doubt, <see cref="DoubtLimit"/> where
        /// they stop being worth anything, up to <see cref="MostDoubt"/>.
        /// </summary>
        public int JudgeSecond()
        {
            return levels.JudgeSecond();
        }

        /// <summary>Starts anew, knowing nothing.</summary>
        /// <param name="first">Index of the sample that comes first.</param>
        public void Reset(int first)
        {
            firstSample = first;
            for (int i = 0; i < SlopeLength; i++)
            {
                slopes[i] = 0;
            }

            rules.Reset(first);
            learnedCount = 0;
            reported = 0;
            reportCount = 0;
            sum = 0;
            inHump = false;
        }

        /// <summary>Takes the samples that come next, some at a time; it does not matter how they are parted.</summary>
        /// <param name="ring">
        /// Where they stand, sample i at <c>i &amp; mask</c>; those of the last <see cref="LatestReport"/> must still be there.
        /// </param>
        /// <param name="mask">Length of the ring less one; the length is a power of two, at least 256.</param>
        /// <param name="from">Index of the first: the one after the last that was taken, or the one given to <see cref="Reset"/>.</param>
        /// <param name="count">How many.</param>
        /// <returns>True when R peaks were found, to be taken with <see cref="TryNext"/>.</returns>
        public bool Add(short[] ring, int mask, int from, int count)
        {
            signal = ring;
            signalMask = mask;
            newest = from + count - 1;
            int[] steepness = slopes;
            int due = NextDue();
            bool rising = inHump;
            int humpTop = top;
            int height = sum;

            // What a hump has to be higher than: its top so far, or before it begins the sum of the sample before.
            int highest = rising ? topHeight : height;
            int x1 = ring[(from - 1) & mask];
            int x2 = ring[(from - 2) & mask];
            int x3 = ring[(from - 3) & mask];
            int x4 = ring[(from - 4) & mask];
            int end = from + count;
            int n = from;
            for (int begun = firstSample + SlopeReach; n < begun && n < end; n++)
            {
                // What would be looked back at is not there yet.
                x4 = x3;
                x3 = x2;
                x2 = x1;
                x1 = ring[n & mask];
            }

            for (; n < end; n++)
            {
                int x = ring[n & mask];
                int slope = x + x1 - x3 - x4;
                x4 = x3;
                x3 = x2;
                x2 = x1;
                x1 = x;
                if (slope < 0)
                {
                    slope = -slope;
                }

                height += slope - steepness[(n - HumpWidth) & SlopeMask];
                steepness[n & SlopeMask] = slope;
                if (height > highest)
                {
                    rising = true;
                    humpTop = n;
                    highest = height;
                }
                else if (!rising)
                {
                    highest = height;
                }
                else if (height < highest >> 1 || n - humpTop >= HumpEnd)
                {
                    rising = false;
                    EndHump(humpTop, highest, n);
                    highest = height;
                    due = NextDue();
                }

                if (n >= due)
                {
                    Attend(n, humpTop, rising ? highest : 0);
                    due = NextDue();
                }
            }

            inHump = rising;
            top = humpTop;
            topHeight = highest;
            sum = height;
            return reportCount > 0;
        }

        /// <summary>Gives the next R peak found, in order of time.</summary>
        /// <param name="sampleIndex">Sample index of the R peak.</param>
        public bool TryNext(out int sampleIndex)
        {
            if (reported == reportCount)
            {
                reported = 0;
                reportCount = 0;
                sampleIndex = 0;
                return false;
            }

            sampleIndex = reports[reported++];
            return true;
        }

        /// <summary>
        /// The stretch of signal is over: a hump that is not is judged as it is, and nothing can take a beat's place any more.
        /// </summary>
        /// <param name="next">Index of the sample that would have come next.</param>
        /// <returns>True when R peaks were found, to be taken with <see cref="TryNext"/>.</returns>
        public bool End(int next)
        {
            if (next - firstSample >= LearningSamples)
            {
                if (inHump)
                {
                    inHump = false;
                    EndHump(top, topHeight, next);
                }

                rules.End();
                Report();
            }

            return reportCount > 0;
        }

        private int NextDue()
        {
            int learningEnd = firstSample + LearningSamples - 1;
            int due = rules.Due;
            return due > learningEnd ? due : learningEnd;
        }

        private void EndHump(int humpTop, int height, int n)
        {
            if (height < LowestHump)
            {
                return;
            }

            int slope = SteepestAround(humpTop);
            if (n - firstSample >= LearningSamples)
            {
                rules.Judge(humpTop, height, slope, n);
                Report();
            }
            else if (learnedCount < learned.Length)
            {
                learned[learnedCount++] = humpTop;
                learned[learnedCount++] = height;
                learned[learnedCount++] = slope;
            }
        }

        private void Attend(int n, int humpTop, int height)
        {
            if (n == firstSample + LearningSamples - 1)
            {
                EndLearning();
            }

            rules.Attend(n, humpTop, height);
            Report();
        }

        private void EndLearning()
        {
            int[] humps = learned;
            int count = learnedCount;
            int highest = 0;
            for (int i = 0; i < count; i += 3)
            {
                int height = humps[i + 1];
                highest = height > highest ? height : highest;
            }

            levels.Begin(highest);
            for (int i = 0; i < count; i += 3)
            {
                rules.Judge(humps[i], humps[i + 1], humps[i + 2], humps[i] + HumpWidth);
                Report();
            }
        }

        private void Report()
        {
            int humpTop;
            while (rules.TryTake(out humpTop))
            {
                if (reportCount < ReportCapacity)
                {
                    reports[reportCount++] = PlacePeak(humpTop);
                }
            }
        }

        private int SteepestAround(int humpTop)
        {
            int[] steepness = slopes;
            int steepest = 0;
            for (int i = humpTop - HumpWidth + 1; i <= humpTop; i++)
            {
                int slope = steepness[i & SlopeMask];
                if (slope > steepest)
                {
                    steepest = slope;
                }
            }

            return steepest;
        }

        // The R peak is the sample farthest from the level around the complex.
        private int PlacePeak(int humpTop)
        {
            int start = humpTop - HumpWidth - SlopeReach;
            if (start < firstSample)
            {
                start = firstSample;
            }

            int end = humpTop < newest ? humpTop + 1 : humpTop;
            short[] ring = signal;
            int mask = signalMask;
            int level = (ring[start & mask] + ring[end & mask]) >> 1;
            int best = start;
            int farthest = -1;
            for (int i = start; i <= end; i++)
            {
                int distance = ring[i & mask] - level;
                distance = distance < 0 ? -distance : distance;
                if (distance > farthest)
                {
                    farthest = distance;
                    best = i;
                }
            }

            return best;
        }
    }
}
