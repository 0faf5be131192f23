namespace EcgChip.Signal
{
    /// <summary>
    /// Finds R peaks as the samples come. The steepness of the signal (a band of about 5 to 25 Hz), summed over the width of a QRS complex,
    /// rises to one hump a beat; a hump above an adaptive threshold between the running means of beats and of everything else is a
    /// beat, unless it follows too soon or is as flat as a T wave. Follows Pan and Tompkins 1985 (IEEE Trans Biomed Eng 32(3)) with
    /// magnitudes in the place of squares, so that beats of very different size are told from noise by one threshold.
    /// A beat is reported 0.2 to 0.4 s after its R peak; those of the first second, in which thresholds are learned, by the end of it.
    /// </summary>
    public sealed class RPeakDetector
    {
        /// <summary>The latest that a beat is reported after its R peak, in samples.</summary>
        public const int LatestReport = SignalUnits.SampleRate;

        // Steepness is looked back at over a hump and its end.
        private const int SlopeLength = 64;
        private const int SlopeMask = SlopeLength - 1;

        // Sum of steepness over 12 samples, 96 ms: a QRS complex.
        private const int HumpWidth = 12;

        // The slope filter x[n] + x[n-1] - x[n-3] - x[n-4] looks 2 samples back on average.
        private const int SlopeReach = 4;

        // A hump ends when it has fallen to half, or 160 ms after its top.
        private const int HumpEnd = 20;

        // No two beats within 200 ms; within 360 ms a hump of less than half the steepness is the T wave (Pan and Tompkins 1985).
        private const int Refractory = 25;
        private const int TWaveReach = 45;

        // The threshold stands at 5/16 of the way from noise to beats, and sinks to half of that while a beat is overdue.
        private const int ThresholdParts = 5;
        private const int ThresholdBits = 4;

        // A running mean moves by 1/8 of the difference.
        private const int MeanBits = 3;

        // Learning takes the first second; its candidates are kept until it ends.
        private const int LearningSamples = SignalUnits.SampleRate;
        private const int CandidateCapacity = 8;

        // Steepness below this (in summed units) is no heartbeat: 12 samples of 6 units, which noise of 10 uV does not reach.
        private const int LowestHump = 72;

        // Without a beat for this long, the idea of what a beat looks like is given up step by step.
        private const int ForgetAfter = 3 * SignalUnits.SampleRate;
        private const int ForgetBits = 7;

        private readonly int[] slopes = new int[SlopeLength];
        private readonly int[] candidateTops = new int[CandidateCapacity];
        private readonly int[] candidateHeights = new int[CandidateCapacity];
        private readonly int[] candidateSlopes = new int[CandidateCapacity];
        private readonly int[] reports = new int[CandidateCapacity];

        private short[] signal;
        private int signalMask;
        private int firstSample;
        private int hump;
        private bool inHump;
        private int top;
        private int topHeight;
        private int candidates;
        private int reported;
        private int reportCount;
        private int beatLevel;
        private int noiseLevel;
        private int meanInterval;
        private int lastBeat;
        private int lastSlope;
        private int lastHeight;
        private bool pending;
        private int attention;

        /// <summary>A detector that starts at sample 0.</summary>
        public RPeakDetector()
        {
            Reset(0);
        }

        /// <summary>Level of what is no beat, as a share of the level of beats, 0..256: how noisy the signal is between the beats.</summary>
        public int NoiseShare
        {
            get
            {
                if (beatLevel == 0)
                {
                    return 0;
                }

                int share = (noiseLevel << 8) / beatLevel;
                return share > 256 ? 256 : share;
            }
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

            hump = 0;
            inHump = false;
            candidates = 0;
            reported = 0;
            reportCount = 0;
            beatLevel = 0;
            noiseLevel = 0;
            meanInterval = SignalUnits.SampleRate;
            lastBeat = first - SignalUnits.SampleRate;
            lastSlope = 0;
            lastHeight = 0;
            pending = false;
            attention = first;
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
            int[] steepness = slopes;
            int due = attention;
            bool rising = inHump;
            int humpTop = top;
            int height = hump;

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
                    top = humpTop;
                    topHeight = highest;
                    EndHump(n);
                    highest = height;
                    due = attention;
                }

                // Nothing but the end of a hump moves what is due to an earlier sample, and that looks for itself.
                if (n >= due)
                {
                    inHump = rising;
                    top = humpTop;
                    topHeight = highest;
                    Attend(n);
                    due = attention;
                }
            }

            inHump = rising;
            top = humpTop;
            topHeight = highest;
            hump = height;
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

        // What is not done with every sample: a beat that nothing can replace any more is reported, learning ends, old beats are forgotten.
        private void Attend(int n)
        {
            int learned = firstSample + LearningSamples - 1;
            if (n < learned)
            {
                attention = learned;
                return;
            }

            if (n == learned)
            {
                EndLearning();
            }
            else if (pending && n - lastBeat >= Refractory && (!inHump || topHeight <= lastHeight || top - lastBeat >= Refractory))
            {
                // Only a higher hump with its top within the refractory period could still take the beat's place, and none will be any more.
                Report();
            }
            else if (n - lastBeat > ForgetAfter)
            {
                beatLevel -= beatLevel >> ForgetBits;
            }

            attention = pending ? lastBeat + Refractory : lastBeat + ForgetAfter + 1;
        }

        private void EndHump(int n)
        {
            if (topHeight < LowestHump)
            {
                return;
            }

            int topSlope = SteepestAround(top);
            if (n - firstSample >= LearningSamples)
            {
                Judge(top, topHeight, topSlope);
                return;
            }

            if (candidates < CandidateCapacity)
            {
                candidateTops[candidates] = top;
                candidateHeights[candidates] = topHeight;
                candidateSlopes[candidates] = topSlope;
                candidates++;
            }
        }

        private void EndLearning()
        {
            int highest = 0;
            for (int i = 0; i < candidates; i++)
            {
                if (candidateHeights[i] > highest)
                {
                    highest = candidateHeights[i];
                }
            }

            beatLevel = highest;
            noiseLevel = 0;
            for (int i = 0; i < candidates; i++)
            {
                Judge(candidateTops[i], candidateHeights[i], candidateSlopes[i]);
            }

            candidates = 0;
        }

        private void Judge(int humpTop, int height, int slope)
        {
            int since = humpTop - lastBeat;
            if (since < Refractory)
            {
                // The higher of two so close is the QRS complex; the other was its P wave, or is its tail.
                if (pending && height > lastHeight)
                {
                    lastBeat = humpTop;
                    lastHeight = height;
                    lastSlope = slope;
                }

                return;
            }

            Report();

            int threshold = noiseLevel + (((beatLevel - noiseLevel) * ThresholdParts) >> ThresholdBits);
            if (since > meanInterval + (meanInterval >> 1))
            {
                threshold >>= 1;
            }

            bool isTWave = since < TWaveReach && slope < lastSlope >> 1;
            if (height < threshold || isTWave)
            {
                noiseLevel += (height - noiseLevel) >> MeanBits;
                return;
            }

            // One giant artefact must not lift the threshold over all that follows.
            int counted = height > beatLevel << 1 ? beatLevel << 1 : height;
            beatLevel = beatLevel == 0 ? height : beatLevel + ((counted - beatLevel) >> MeanBits);
            int longest = meanInterval << 1;
            meanInterval += ((since > longest ? longest : since) - meanInterval) >> MeanBits;
            lastBeat = humpTop;
            lastHeight = height;
            lastSlope = slope;
            pending = true;
            attention = firstSample;
        }

        private void Report()
        {
            if (pending && reportCount < CandidateCapacity)
            {
                reports[reportCount++] = PlacePeak(lastBeat);
            }

            pending = false;
        }

        private int SteepestAround(int humpTop)
        {
            int steepest = 0;
            for (int i = humpTop - HumpWidth + 1; i <= humpTop; i++)
            {
                int slope = slopes[i & SlopeMask];
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

            int end = humpTop + 1;
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
